package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Notices;
import dev.talentpipeline.console.identity.security.SignedIn;
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

    InboxController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/student/inbox")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("cursor", cursor);
        model.addAttribute("notices", notices.own(signedIn.identity(), cursor));
        return "student/inbox";
    }
}
