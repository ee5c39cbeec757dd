package dev.talentpipeline.console.student;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Dossier;
import dev.talentpipeline.console.api.Dossiers;
import dev.talentpipeline.console.api.Meeting;
import dev.talentpipeline.console.api.Meetings;
import dev.talentpipeline.console.api.Meetings.ShareCode;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.student.Participations.Choice;
import dev.talentpipeline.console.student.Participations.Participation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Meeting companies before the match: invitations, interviews, share codes, and the dossier that is shown there. */
@Controller
final class MeetingsController {

    private final Participations participations;
    private final Meetings meetings;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final StudentWords words;

    MeetingsController(
            Participations participations,
            Meetings meetings,
            Dossiers dossiers,
            Catalogue catalogue,
            StudentWords words) {
        this.participations = participations;
        this.meetings = meetings;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** What a student may say to an invitation or a meeting. */
    enum Decision {
        ACCEPT,
        DECLINE,
        END
    }

    /** What a student may say to an interview. */
    enum InterviewDecision {
        CONFIRM,
        MOVE,
        CANCEL
    }

    @GetMapping("/student/meetings")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            Locale locale,
            Model model) {
        return page(signedIn.identity(), programme, Form.blank(), locale, model);
    }

    @PostMapping("/student/meetings/{meeting}/decisions")
    @ShownAt("/student/meetings?programme={programme}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID meeting,
            @RequestParam Decision decision,
            @RequestParam UUID answerKey,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Reading<Meeting> decided =
                meetings.decide(caller, meeting.toString(), Bodies.of(typed, "decision", "reason"), answerKey);
        return decided.isLoaded()
                ? told(decided, "meeting.done." + decision, result)
                : refused(caller, typed, decided, locale, model, response);
    }

    @PostMapping("/student/meetings/{meeting}/interviews/{interview}/decisions")
    @ShownAt("/student/meetings?programme={programme}")
    String decideInterview(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID meeting,
            @PathVariable UUID interview,
            @RequestParam InterviewDecision decision,
            @RequestParam UUID answerKey,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "decision", "reason");
        Bodies.put(body, "startsAt", Beijing.instant(typed.getFirst("startsAt")));
        Reading<Meeting> decided = meetings.decideOn(caller, meeting.toString(), interview.toString(), body, answerKey);
        return decided.isLoaded()
                ? told(decided, "interview.done." + decision, result)
                : refused(caller, typed, decided, locale, model, response);
    }

    @PostMapping("/student/meetings/{meeting}/dossier")
    String share(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable UUID meeting,
            @RequestParam boolean share,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        return told(
                meetings.share(signedIn.identity(), meeting.toString(), share, answerKey),
                share ? "dossier.shown" : "dossier.hidden",
                result);
    }

    @PostMapping("/student/share-codes")
    String give(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String programme,
            @RequestParam String student,
            @RequestParam UUID answerKey,
            RedirectAttributes result) {
        Reading<ShareCode> made = meetings.give(signedIn.identity(), programme, student, answerKey);
        ShareCode code = made.valueOrNull();
        if (code != null && code.code() != null) {
            result.addFlashAttribute("code", code);
        }
        return told(made, "code.made", result);
    }

    @PostMapping("/student/share-codes/{code}/revocation")
    String revoke(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String code,
            @RequestParam String programme,
            @RequestParam String student,
            RedirectAttributes result) {
        return told(meetings.revoke(signedIn.identity(), programme, student, code), "code.revoked", result);
    }

    @PostMapping("/student/dossier")
    @ShownAt("/student/meetings?programme={programme}")
    String link(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        List<String> labels = typed.getOrDefault("label", List.of());
        List<String> addresses = typed.getOrDefault("address", List.of());
        List<Dossier.Link> links = new ArrayList<>();
        for (int i = 0; i < Math.min(labels.size(), addresses.size()); i++) {
            if (!labels.get(i).isBlank() || !addresses.get(i).isBlank()) {
                links.add(
                        new Dossier.Link(labels.get(i).strip(), addresses.get(i).strip()));
            }
        }
        Reading<Dossier> kept = dossiers.link(caller, links);
        return kept.isLoaded()
                ? told(kept, "dossier.saved", result)
                : refused(caller, typed, kept, locale, model, response);
    }

    private String refused(
            Identity caller,
            MultiValueMap<String, String> typed,
            Reading<?> answer,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(caller, typed.getFirst("programme"), Form.of(typed).answered(answer), locale, model);
    }

    private String page(Identity caller, @Nullable String programme, Form form, Locale locale, Model model) {
        Choice choice = participations.choose(caller, programme);
        Participation chosen = choice.chosen();
        Reading<Dossier> dossier = dossiers.own(caller);
        model.addAttribute("choice", choice);
        model.addAttribute("dossier", dossier);
        model.addAttribute("form", form);
        Form links = form.sentBy("links");
        model.addAttribute("links", links.isRefused() ? links : linksOf(dossier.valueOrNull()));
        model.addAttribute("readings", dossiers.readings(caller));
        model.addAttribute("words", words.of(caller, locale));
        model.addAttribute("declining", catalogue.reasons(caller, "DECLINE_INVITATION"));
        model.addAttribute("ending", catalogue.reasons(caller, "END_MEETING"));
        model.addAttribute("cancelling", catalogue.reasons(caller, "CANCEL_INTERVIEW"));
        model.addAttribute("moving", catalogue.reasons(caller, "MOVE_INTERVIEW"));
        if (chosen != null) {
            String in = chosen.programme().id();
            model.addAttribute("meetings", meetings.of(caller, in, null, null, Api.WHOLE_LIST, null));
            model.addAttribute(
                    "codes", meetings.codes(caller, in, chosen.profile().id()));
        }
        return "student/meetings";
    }

    private static Form linksOf(@Nullable Dossier dossier) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        List<Dossier.Link> links = dossier == null || dossier.links() == null ? List.of() : dossier.links();
        links.forEach(link -> {
            values.add("label", link.label());
            values.add("address", link.address());
        });
        return Form.of(values);
    }

    private static String told(Reading<?> reading, String done, RedirectAttributes result) {
        if (reading.isLoaded()) {
            result.addFlashAttribute("flash", done);
        } else {
            result.addFlashAttribute("notAnswered", reading);
        }
        return "redirect:/student/meetings";
    }
}
