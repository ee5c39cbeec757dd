package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Brakes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails and webhooks are held back here, and let go. */
@Controller
final class BrakesController {

    private final Brakes brakes;

    BrakesController(Brakes brakes) {
        this.brakes = brakes;
    }

    @GetMapping("/operations/brakes")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        model.addAttribute("brakes", brakes.all(signedIn.identity()));
        return "operations/brakes";
    }

    @PostMapping("/operations/brakes/{outlet}")
    String set(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String outlet,
            @RequestParam(defaultValue = "false") boolean paused,
            @RequestParam(required = false) @Nullable Integer perMinute,
            RedirectAttributes result) {
        Reading<Brakes.Brake> set = brakes.set(signedIn.identity(), outlet, paused, perMinute);
        if (set.isLoaded()) {
            result.addFlashAttribute("flash", "brakes.done");
        } else {
            result.addFlashAttribute("notDone", set);
        }
        return "redirect:/operations/brakes";
    }
}
