package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Brakes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.blank());
        }
        return "operations/brakes";
    }

    @PostMapping("/operations/brakes/{outlet}")
    @ShownAt("/operations/brakes")
    String set(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String outlet,
            @RequestParam(defaultValue = "false") boolean paused,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        String perMinute = Bodies.text(typed, "perMinute");
        Reading<Brakes.Brake> set = brakes.set(
                signedIn.identity(), outlet, paused, perMinute == null ? null : Bodies.number(perMinute), version);
        if (set.isLoaded()) {
            result.addFlashAttribute("flash", "brakes.done");
            return "redirect:/operations/brakes";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", Form.of(typed).answered(set));
        return show(signedIn, model);
    }
}
