package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Agreement;
import dev.talentpipeline.console.api.Agreements;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a student says about an internship that is agreed on: signatures, steps of others, the job offer. */
@Controller
final class PlacementController {

    private final Placements placements;
    private final Agreements agreements;
    private final Clock clock;

    PlacementController(Placements placements, Agreements agreements, Clock clock) {
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
    String say(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID placement,
            @RequestParam Event event,
            @RequestParam(required = false) @Nullable Integer entry,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", event.name());
        switch (event) {
            case CONFIRMED, DISPUTED -> {
                if (entry != null) {
                    body.put("entry", entry);
                }
            }
            case JOB_ACCEPTED, JOB_DECLINED ->
                body.put("on", Beijing.today(clock).toString());
        }
        Bodies.put(body, "reason", reason);
        return told(
                placements.record(signedIn.identity(), placement.toString(), body, answerKey), "said." + event, result);
    }

    @PostMapping("/student/placements/{placement}/signatures")
    String sign(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID placement,
            @RequestParam UUID offer,
            @RequestParam Paper paper,
            @RequestParam String signedOn,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("signedOn", signedOn);
        if (revision != null) {
            body.put("revision", revision);
        }
        Reading<Agreement> signed = switch (paper) {
            case INTERNSHIP -> agreements.sign(caller, offer.toString(), body, answerKey);
            case EMPLOYMENT -> agreements.signEmployment(caller, placement.toString(), body, answerKey);
        };
        return told(signed, "said.SIGNED", result);
    }

    private static String told(Reading<?> reading, String done, RedirectAttributes result) {
        if (reading.isLoaded()) {
            result.addFlashAttribute("flash", done);
        } else {
            result.addFlashAttribute("notAnswered", reading);
        }
        return "redirect:/student";
    }
}
