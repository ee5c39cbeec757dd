package dev.talentpipeline.console.programme;

import dev.talentpipeline.console.api.Markets;
import dev.talentpipeline.console.api.ProgrammeRules;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
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

/** From one season to the next: a programme is copied, and what is over is kept for the record. */
@Controller
final class SeasonsController {

    private final Markets markets;

    SeasonsController(Markets markets) {
        this.markets = markets;
    }

    @GetMapping("/programmes/{programme}/copy")
    String begin(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String programme, Model model) {
        return form(signedIn.identity(), programme, Bodies.keyed(), model);
    }

    @PostMapping("/programmes/{programme}/copy")
    String copy(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "id", "name");
        Bodies.put(body, "opensAt", ProgrammeForm.instant(typed.getFirst("opensAt")));
        Bodies.put(body, "closesAt", ProgrammeForm.instant(typed.getFirst("closesAt")));
        Reading<ProgrammeRules> copied = markets.copy(caller, programme, body, key);
        ProgrammeRules made = copied.valueOrNull();
        if (made == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(caller, programme, Form.of(Bodies.keyed(typed)).answered(copied), model);
        }
        result.addFlashAttribute("flash", "programme.copied");
        result.addAttribute("programme", made.id());
        return "redirect:/programmes/{programme}";
    }

    @PostMapping("/programmes/{programme}/archive")
    String archive(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Reading<ProgrammeRules> archived = markets.archive(signedIn.identity(), programme, answerKey);
        if (archived.isLoaded()) {
            result.addFlashAttribute("flash", "programme.archived");
        } else {
            result.addFlashAttribute("notDone", archived);
        }
        result.addAttribute("programme", programme);
        return "redirect:/programmes/{programme}";
    }

    private String form(Identity caller, String programme, Form form, Model model) {
        Reading<ProgrammeRules> rules = markets.rules(caller, programme);
        ProgrammeRules known = rules.valueOrNull();
        model.addAttribute("rules", rules);
        if (known == null || !known.can("COPY")) {
            return "programme/not-yours";
        }
        model.addAttribute("form", form);
        return "programme/copy";
    }
}
