package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Imports;
import dev.talentpipeline.console.api.Imports.Import;
import dev.talentpipeline.console.api.Imports.Vocabulary;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.ProgrammeChoice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of students: upload, look at, teach, commit. */
@Controller
final class ImportsController {

    /** Fields that a column may be taken for, in the order of the template. */
    private static final List<String> FIELDS = List.of(
            "number",
            "name",
            "email",
            "phone",
            "language",
            "degree",
            "major",
            "majorCode",
            "school",
            "graduatesOn",
            "skills",
            "occupations",
            "researchTopics",
            "regions",
            "remote",
            "availableFrom",
            "availableUntil",
            "daysPerWeek",
            "minimumStipend",
            "preferences",
            "onlyThese",
            "consent");

    private final Programmes programmes;
    private final Imports imports;

    ImportsController(Programmes programmes, Imports imports) {
        this.programmes = programmes;
        this.imports = imports;
    }

    @GetMapping("/university/imports")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        model.addAttribute("key", UUID.randomUUID());
        Programme chosen = choice.chosen();
        if (chosen != null) {
            model.addAttribute("imports", imports.list(caller, chosen.id(), cursor));
            model.addAttribute("here", Addresses.of("/university/imports", chosen.id()));
        }
        return "university/imports";
    }

    @PostMapping("/university/imports")
    String upload(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String programme,
            @RequestParam UUID key,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file.isEmpty()) {
            model.addAttribute("flashBad", "imports.file.none");
            response.setStatus(422);
            return list(signedIn, programme, null, model);
        }
        Reading<Import> uploaded = imports.upload(signedIn.identity(), programme, file.getBytes(), key);
        Import made = uploaded.valueOrNull();
        if (made != null) {
            return "redirect:" + page(programme, made.id());
        }
        model.addAttribute("uploaded", uploaded);
        response.setStatus(422);
        return list(signedIn, programme, null, model);
    }

    @GetMapping("/university/imports/{id}")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String id,
            @RequestParam String programme,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        Reading<Import> found = imports.one(caller, programme, id);
        model.addAttribute("programme", programme);
        model.addAttribute("id", id);
        model.addAttribute("import", found);
        model.addAttribute("fields", FIELDS);
        model.addAttribute("cursor", cursor);
        Import there = found.valueOrNull();
        if (there != null && (there.isReady() || "COMMITTING".equals(there.state()))) {
            // What has to be mended is what somebody comes for.
            String shown = standing != null ? standing : there.rows().bad() > 0 ? "BAD" : null;
            String wanted = "ALL".equals(shown) ? null : shown;
            model.addAttribute("standing", shown == null ? "ALL" : shown);
            model.addAttribute("rows", imports.rows(caller, programme, id, wanted, cursor));
            model.addAttribute(
                    "here",
                    Addresses.of("/university/imports/" + id, programme)
                            .with("standing", shown == null ? "ALL" : shown));
        }
        return "university/import";
    }

    @PostMapping("/university/imports/{id}/commit")
    String commit(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String id,
            @RequestParam String programme,
            RedirectAttributes result) {
        return after(imports.commit(signedIn.identity(), programme, id), programme, id, result);
    }

    @PostMapping("/university/imports/{id}/cancel")
    String cancel(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String id,
            @RequestParam String programme,
            RedirectAttributes result) {
        return after(imports.cancel(signedIn.identity(), programme, id), programme, id, result);
    }

    /** What the university calls a column or a skill, for this and every later file: added to what it has taught before. */
    @PostMapping("/university/imports/{id}/names")
    String teach(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String id,
            @RequestParam String programme,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(required = false) @Nullable List<String> field,
            @RequestParam(required = false) @Nullable List<String> text,
            @RequestParam(required = false) @Nullable List<String> skill,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Reading<Vocabulary> known = imports.vocabulary(caller);
        Vocabulary before = known.valueOrNull();
        if (before == null) {
            result.addFlashAttribute("notDone", known);
            return "redirect:" + page(programme, id);
        }
        Map<String, String> columns = new TreeMap<>(before.columns() == null ? Map.of() : before.columns());
        Map<String, String> skills = new TreeMap<>(before.skills() == null ? Map.of() : before.skills());
        pairs(column, field).forEach((name, meaning) -> columns.put(name, "-".equals(meaning) ? "" : meaning));
        skills.putAll(pairs(text, skill));
        Reading<Vocabulary> taught = imports.teach(caller, columns, skills);
        if (taught.isLoaded()) {
            result.addFlashAttribute("flash", "imports.taught");
        } else {
            result.addFlashAttribute("notDone", taught);
        }
        return "redirect:" + page(programme, id);
    }

    /** What was filled in: names whose meaning was left open are none. */
    private static Map<String, String> pairs(@Nullable List<String> names, @Nullable List<String> meanings) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; names != null && meanings != null && i < Math.min(names.size(), meanings.size()); i++) {
            if (!meanings.get(i).isBlank()) {
                pairs.put(names.get(i), meanings.get(i).strip());
            }
        }
        return pairs;
    }

    private static String after(Reading<Import> answer, String programme, String id, RedirectAttributes result) {
        if (!answer.isLoaded()) {
            result.addFlashAttribute("notDone", answer);
        }
        return "redirect:" + page(programme, id);
    }

    private static String page(String programme, String id) {
        return Addresses.of("/university/imports/" + id, programme).first();
    }
}
