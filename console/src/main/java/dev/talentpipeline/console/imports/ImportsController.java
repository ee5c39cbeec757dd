package dev.talentpipeline.console.imports;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Imports;
import dev.talentpipeline.console.api.Imports.Import;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.ProgrammeChoice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of a desk, students or openings: upload, look at, set right, commit. */
@Controller
final class ImportsController {

    /** The rows that go to the roll alone, whatever their standing. */
    private static final String ROLL_ONLY = "ROLL";

    private final Programmes programmes;
    private final Imports imports;
    private final Catalogue catalogue;

    ImportsController(Programmes programmes, Imports imports, Catalogue catalogue) {
        this.programmes = programmes;
        this.imports = imports;
        this.catalogue = catalogue;
    }

    @GetMapping("/{desk:university|company}/imports")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("desk", ImportDesk.of(desk));
        Programme chosen = choice.chosen();
        if (chosen != null) {
            model.addAttribute(
                    "imports",
                    imports.list(caller, chosen.id(), cursor).map(page -> page.with(ImportsController::latestFirst)));
            model.addAttribute("here", Addresses.of(ImportDesk.of(desk).path(), chosen.id()));
        }
        return "imports/files";
    }

    @PostMapping("/{desk:university|company}/imports")
    @ShownAt("/{desk}/imports?programme={programme}")
    String upload(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam String programme,
            @RequestParam UUID key,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response) {
        if (file.isEmpty()) {
            model.addAttribute("flashBad", "imports.file.none");
            response.setStatus(422);
            return list(signedIn, desk, programme, null, model);
        }
        Reading<Import> uploaded = imports.upload(
                signedIn.identity(), programme, ImportDesk.of(desk).name(), file.getSize(), file, key);
        Import made = uploaded.valueOrNull();
        if (made != null) {
            return "redirect:" + page(desk, programme, made.id());
        }
        model.addAttribute("uploaded", uploaded);
        response.setStatus(422);
        return list(signedIn, desk, programme, null, model);
    }

    @GetMapping("/{desk:university|company}/imports/{id}")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
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
        model.addAttribute("desk", ImportDesk.of(desk));
        model.addAttribute("skillWords", Catalogue.byId(catalogue.skills(caller)));
        Reading<List<Term>> occupations = catalogue.occupations(caller);
        model.addAttribute("occupationWords", Catalogue.byId(occupations));
        model.addAttribute("occupations", Objects.requireNonNullElse(occupations.valueOrNull(), List.of()));
        model.addAttribute("cursor", cursor);
        model.addAttribute("key", UUID.randomUUID());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.blank());
        }
        Import there = found.valueOrNull();
        if (there != null && (there.isReady() || "COMMITTING".equals(there.state()))) {
            // What has to be mended is what somebody comes for.
            String shown = standing != null ? standing : there.rows().bad() > 0 ? "BAD" : null;
            String wanted = "ALL".equals(shown) ? null : shown;
            model.addAttribute("standing", shown == null ? "ALL" : shown);
            model.addAttribute(
                    "rows",
                    ROLL_ONLY.equals(shown)
                            ? imports.rollOnlyRows(caller, programme, id, cursor)
                            : imports.rows(caller, programme, id, wanted, cursor));
            model.addAttribute(
                    "here",
                    Addresses.of(ImportDesk.of(desk).path() + "/" + id, programme)
                            .with("standing", shown == null ? "ALL" : shown));
        }
        return "imports/file";
    }

    @PostMapping("/{desk:university|company}/imports/{id}/commit")
    String commit(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable String id,
            @RequestParam String programme,
            RedirectAttributes result) {
        return after(imports.commit(signedIn.identity(), programme, id), desk, programme, id, result);
    }

    @PostMapping("/{desk:university|company}/imports/{id}/cancel")
    String cancel(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable String id,
            @RequestParam String programme,
            RedirectAttributes result) {
        return after(imports.cancel(signedIn.identity(), programme, id), desk, programme, id, result);
    }

    /** Has the file read again by what its columns, and texts for skills and occupations, are said to mean. */
    @PostMapping("/{desk:university|company}/imports/{id}/readings")
    @ShownAt("/{desk}/imports/{id}?programme={programme}")
    String correct(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @PathVariable String id,
            @RequestParam String programme,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Correction said = Correction.of(typed);
        Reading<Import> answer = imports.readAgain(
                signedIn.identity(),
                programme,
                id,
                said.columns(),
                said.skills(),
                said.occupations(),
                said.remember(),
                key);
        if (answer.isLoaded()) {
            return "redirect:" + page(desk, programme, id);
        }
        response.setStatus(422);
        model.addAttribute("form", Form.of(typed).answered(answer));
        return show(signedIn, desk, id, programme, null, null, model);
    }

    private static String after(
            Reading<Import> answer, String desk, String programme, String id, RedirectAttributes result) {
        if (!answer.isLoaded()) {
            result.addFlashAttribute("notDone", answer);
        }
        return "redirect:" + page(desk, programme, id);
    }

    private static String page(String desk, String programme, String id) {
        return Addresses.of(ImportDesk.of(desk).path() + "/" + id, programme).first();
    }

    private static Instant at(Import listed) {
        Instant at = listed.createdAt();
        return at == null ? Instant.EPOCH : at;
    }

    /** The API lists them by their ids. */
    private static List<Import> latestFirst(List<Import> listed) {
        return listed.stream()
                .sorted(Comparator.comparing(ImportsController::at).reversed())
                .toList();
    }
}
