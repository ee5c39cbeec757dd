package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Notice;
import dev.talentpipeline.console.api.Notices;
import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a student was told. */
@Controller
final class InboxController {

    private final Notices notices;
    private final Organisations organisations;

    InboxController(Notices notices, Organisations organisations) {
        this.notices = notices;
        this.organisations = organisations;
    }

    @GetMapping("/student/inbox")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale,
            Model model) {
        Identity student = signedIn.identity();
        Supplier<Map<String, Organisation>> companies = Together.begin(() -> organisations.names(student, "COMPANY"));
        Reading<Listing<Notice>> own = notices.own(student, cursor);
        model.addAttribute("cursor", cursor);
        model.addAttribute(
                "notices",
                own.map(page -> page.with(listed -> listed.stream()
                        .map(notice -> notice.naming(companies.get(), locale.getLanguage()))
                        .toList())));
        return "student/inbox";
    }
}
