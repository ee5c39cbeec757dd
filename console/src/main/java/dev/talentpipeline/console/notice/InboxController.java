package dev.talentpipeline.console.notice;

import dev.talentpipeline.console.api.CohortStudent;
import dev.talentpipeline.console.api.Cohorts;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Notice;
import dev.talentpipeline.console.api.Notices;
import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a student was told, or the desk of an organisation; below each desk's own path, where its role is looked at. */
@Controller
@RequestMapping("/{desk:student|university|company}/inbox")
final class InboxController {

    private final Notices notices;
    private final Organisations organisations;
    private final Cohorts cohorts;

    InboxController(Notices notices, Organisations organisations, Cohorts cohorts) {
        this.notices = notices;
        this.organisations = organisations;
        this.cohorts = cohorts;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale,
            Model model) {
        Identity reader = signedIn.identity();
        Supplier<Map<String, Organisation>> companies = Together.begin(() -> organisations.names(reader, "COMPANY"));
        Reading<Listing<Notice>> own = notices.own(reader, locale.getLanguage(), cursor);
        Listing<Notice> read = own.valueOrNull();
        model.addAttribute("students", students(reader, read == null ? List.of() : read.items()));
        model.addAttribute("cursor", cursor);
        model.addAttribute("inbox", "/" + desk + "/inbox");
        model.addAttribute(
                "links",
                own instanceof Reading.Loaded<Listing<Notice>>(Listing<Notice> page)
                        ? NoticeLinks.of(desk, page.items())
                        : Map.of());
        model.addAttribute(
                "notices",
                own.map(page -> page.with(listed -> listed.stream()
                        .map(notice -> notice.naming(companies.get(), locale.getLanguage()))
                        .toList())));
        return "notice/inbox";
    }

    /** Whom a university's desk is told of, who are its own: by their ids, one call a programme. */
    private Map<String, CohortStudent> students(Identity reader, List<Notice> told) {
        if (reader.role() != Role.UNIVERSITY) {
            return Map.of();
        }
        Map<String, Set<String>> byProgramme = new TreeMap<>();
        for (Notice notice : told) {
            if (notice.programme() != null && notice.student() != null) {
                byProgramme
                        .computeIfAbsent(notice.programme(), _ -> new TreeSet<>())
                        .add(notice.student());
            }
        }
        Map<String, CohortStudent> students = new HashMap<>();
        byProgramme.forEach((programme, ids) -> students.putAll(cohorts.named(reader, programme, ids)));
        return students;
    }

    /** One of them, or all until then. */
    @PostMapping("/read")
    String read(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(defaultValue = "") String until,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Identity reader = signedIn.identity();
        Reading<Notices.Unread> read =
                notice == null ? notices.readUntil(reader, until, answerKey) : notices.read(reader, notice, answerKey);
        if (!read.isLoaded()) {
            result.addFlashAttribute("flashBad", "inbox.notDone");
        }
        return "redirect:/" + desk + "/inbox";
    }
}
