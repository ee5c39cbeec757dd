package dev.talentpipeline.console.student;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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

/** A student's own page, and what they answer to an offer there. */
@Controller
final class StudentController {

    private final StudentHome home;
    private final Offers offers;

    StudentController(StudentHome home, Offers offers) {
        this.home = home;
        this.offers = offers;
    }

    /** What a student may answer an offer with on this page. */
    enum Answer {
        ACCEPT,
        KEEP,
        DECLINE,
        RELEASE,
        REFUSE_RELEASE
    }

    @GetMapping("/student")
    String show(@AuthenticationPrincipal SignedIn signedIn, Locale locale, Model model) {
        return home.page(signedIn.identity(), Form.blank(), locale, model);
    }

    @PostMapping("/student/offers/{offer}/decisions")
    @ShownAt("/student")
    String answer(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID offer,
            @RequestParam Answer decision,
            @RequestParam UUID answerKey,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "decision", "reason", "letter");
        Reading<Offer> answered = offers.decide(caller, offer.toString(), body, answerKey);
        if (answered.isLoaded()) {
            result.addFlashAttribute("flash", "answered." + decision.name());
            return "redirect:/student";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return home.page(caller, Form.of(typed).answered(answered), locale, model);
    }
}
