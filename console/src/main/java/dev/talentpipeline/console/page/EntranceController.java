package dev.talentpipeline.console.page;

import dev.talentpipeline.console.identity.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in: the sign-in form, and from the root to the page of one's role. */
@Controller
final class EntranceController {

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn signedIn) {
        return switch (signedIn.identity().role()) {
            case UNIVERSITY -> "redirect:/university";
            case COMPANY -> "redirect:/company";
            case STUDENT -> "redirect:/student";
            case OPERATIONS -> "redirect:/operations";
        };
    }

    @GetMapping("/sign-in")
    String signIn(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
        return signedIn == null ? "sign-in" : "redirect:/";
    }
}
