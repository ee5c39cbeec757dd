package dev.talentpipeline.console.page;

import dev.talentpipeline.console.identity.security.ProviderSettings;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: the sign-in form, and from the root to the page of one's role. */
@Controller
final class EntranceController {

    private static final int LONGEST_WAIT_SECONDS = 3_600;

    private final ProviderSettings providers;
    private final Clock clock;

    EntranceController(ProviderSettings providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

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
    String signIn(
            @AuthenticationPrincipal @Nullable SignedIn signedIn,
            @RequestParam(required = false) @Nullable Integer wait,
            Model model) {
        if (signedIn != null) {
            return "redirect:/";
        }
        Map<String, String> labels = new TreeMap<>();
        providers.providers().forEach((name, provider) -> labels.put(name, provider.label()));
        model.addAttribute("providers", labels);
        if (wait != null) {
            model.addAttribute("again", clock.instant().plusSeconds(Math.clamp(wait, 0, LONGEST_WAIT_SECONDS)));
        }
        return "sign-in";
    }
}
