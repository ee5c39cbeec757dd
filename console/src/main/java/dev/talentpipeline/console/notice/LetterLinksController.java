package dev.talentpipeline.console.notice;

import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the links of letters lead: to the page that the reader's own desk has of the thing, or to their inbox if it has none. */
@Controller
@RequestMapping("/notices")
final class LetterLinksController {

    @GetMapping("/mails")
    String mails(@AuthenticationPrincipal SignedIn signedIn) {
        String desk = desk(signedIn);
        return desk == null ? "redirect:/" : "redirect:/" + desk + "/inbox/mails";
    }

    @GetMapping("/{kind}/{subject}")
    String follow(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String kind,
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String student) {
        String desk = desk(signedIn);
        if (desk == null) {
            return "redirect:/";
        }
        return "redirect:"
                + Objects.requireNonNullElse(
                        NoticeLinks.of(desk, kind, subject, programme, student), "/" + desk + "/inbox");
    }

    /** The one whose inbox the reader has; null: they have none. */
    private static @Nullable String desk(SignedIn signedIn) {
        return switch (signedIn.identity().role()) {
            case STUDENT -> "student";
            case UNIVERSITY -> "university";
            case COMPANY -> "company";
            default -> null;
        };
    }
}
