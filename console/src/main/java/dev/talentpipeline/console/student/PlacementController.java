package dev.talentpipeline.console.student;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Agreement;
import dev.talentpipeline.console.api.Agreements;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a student says about an internship that is agreed on: signatures, steps of others, the job offer. */
@Controller
final class PlacementController {

    private final StudentHome home;
    private final Placements placements;
    private final Agreements agreements;
    private final Clock clock;

    PlacementController(StudentHome home, Placements placements, Agreements agreements, Clock clock) {
        this.home = home;
        this.placements = placements;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** What a student may say. */
    enum Event {
        CONFIRMED,
        DISPUTED,
        JOB_ACCEPTED,
        JOB_DECLINED
    }

    /** Which agreement is signed. */
    enum Paper {
        INTERNSHIP,
        EMPLOYMENT
    }

    @PostMapping("/student/placements/{placement}/events")
    @ShownAt("/student")
    String say(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID placement,
            @RequestParam Event event,
            @RequestParam UUID answerKey,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Map<String, Object> body = Bodies.of(typed, "event", "reason");
        switch (event) {
            case CONFIRMED, DISPUTED -> Bodies.addNumbers(body, typed, "entry");
            case JOB_ACCEPTED, JOB_DECLINED ->
                body.put("on", Beijing.today(clock).toString());
        }
        Identity caller = signedIn.identity();
        Reading<?> said = placements.record(caller, placement.toString(), body, answerKey);
        return told(caller, typed, said, "said." + event, locale, model, response, result);
    }

    @PostMapping("/student/placements/{placement}/signatures")
    @ShownAt("/student")
    String sign(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID placement,
            @RequestParam UUID offer,
            @RequestParam Paper paper,
            @RequestParam UUID answerKey,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "signedOn");
        Bodies.addNumbers(body, typed, "revision");
        Reading<Agreement> signed = switch (paper) {
            case INTERNSHIP -> agreements.sign(caller, offer.toString(), body, answerKey);
            case EMPLOYMENT -> agreements.signEmployment(caller, placement.toString(), body, answerKey);
        };
        return told(caller, typed, signed, "said.SIGNED", locale, model, response, result);
    }

    private String told(
            Identity caller,
            MultiValueMap<String, String> typed,
            Reading<?> answer,
            String done,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        if (answer.isLoaded()) {
            result.addFlashAttribute("flash", done);
            return "redirect:/student";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return home.page(caller, Form.of(typed).answered(answer), locale, model);
    }
}
