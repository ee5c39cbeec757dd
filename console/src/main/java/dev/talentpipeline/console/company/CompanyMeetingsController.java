package dev.talentpipeline.console.company;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Meeting;
import dev.talentpipeline.console.api.Meetings;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.ProgrammeInView;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Meetings of the company, their interviews, and what students show in them. */
@Controller
final class CompanyMeetingsController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> STATES = List.of("INVITED", "OPEN", "DECLINED", "EXPIRED", "WITHDRAWN", "ENDED");

    private final ProgrammeInView programmes;
    private final Meetings meetings;
    private final OpeningTitles titles;
    private final Catalogue catalogue;

    CompanyMeetingsController(
            ProgrammeInView programmes, Meetings meetings, OpeningTitles titles, Catalogue catalogue) {
        this.programmes = programmes;
        this.meetings = meetings;
        this.titles = titles;
        this.catalogue = catalogue;
    }

    @GetMapping("/company/meetings")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String opening,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Model model) {
        Identity caller = signedIn.identity();
        Programme chosen = programmes.choose(caller, programme, session, model);
        String shown = state != null && STATES.contains(state) ? state : null;
        model.addAttribute("form", Bodies.keyed());
        fillList(caller, chosen, opening, shown, cursor, model);
        return "company/meetings";
    }

    /** Turns the code that a student gave into a meeting. */
    @PostMapping("/company/meetings")
    String redeem(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            HttpSession session,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "code");
        String internship = Bodies.text(typed, "forOpening");
        if (internship != null) {
            body.put("internship", internship);
        }
        Reading<Meeting> redeemed = meetings.redeem(caller, body, key);
        Meeting meeting = redeemed.valueOrNull();
        if (meeting == null) {
            response.setStatus(422);
            Bodies.keyed(typed);
            model.addAttribute("form", Form.of(typed).answered(redeemed));
            Programme chosen = programmes.choose(caller, null, session, model);
            fillList(caller, chosen, null, null, null, model);
            return "company/meetings";
        }
        result.addFlashAttribute("flash", "meetings.redeemed");
        return "redirect:/company/meetings/" + meeting.id();
    }

    @GetMapping("/company/meetings/{meeting}")
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String meeting, Model model) {
        return page(signedIn.identity(), meeting, Bodies.keyed(), model);
    }

    /** Reading it is recorded, so it is read when somebody asks for it and not with the page. */
    @GetMapping("/company/meetings/{meeting}/dossier")
    String dossier(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String meeting, Model model) {
        model.addAttribute("dossier", meetings.dossier(signedIn.identity(), meeting));
        return page(signedIn.identity(), meeting, Bodies.keyed(), model);
    }

    @PostMapping("/company/meetings/{meeting}/decisions")
    @ShownAt("/company/meetings/{meeting}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String meeting,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        return done(
                caller,
                meeting,
                typed,
                meetings.decide(caller, meeting, Bodies.of(typed, "decision", "reason"), key),
                model,
                response,
                result);
    }

    @PostMapping("/company/meetings/{meeting}/interviews")
    @ShownAt("/company/meetings/{meeting}")
    String propose(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String meeting,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        return done(
                caller,
                meeting,
                typed,
                meetings.propose(caller, meeting, appointment(typed), key),
                model,
                response,
                result);
    }

    @PostMapping("/company/meetings/{meeting}/interviews/{interview}")
    @ShownAt("/company/meetings/{meeting}")
    String decideOn(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String meeting,
            @PathVariable String interview,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "decision", "reason", "result");
        if ("MOVE".equals(typed.getFirst("decision"))) {
            body.putAll(appointment(typed));
        }
        return done(
                caller,
                meeting,
                typed,
                meetings.decideOn(caller, meeting, interview, body, key),
                model,
                response,
                result);
    }

    private String done(
            Identity caller,
            String meeting,
            MultiValueMap<String, String> typed,
            Reading<Meeting> answer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        if (answer.isLoaded()) {
            result.addFlashAttribute("flash", "meetings.done");
            return "redirect:/company/meetings/" + meeting;
        }
        response.setStatus(422);
        Bodies.keyed(typed);
        return page(caller, meeting, Form.of(typed).answered(answer), model);
    }

    private void fillList(
            Identity caller,
            @Nullable Programme chosen,
            @Nullable String opening,
            @Nullable String state,
            @Nullable String cursor,
            Model model) {
        model.addAttribute("opening", opening);
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        model.addAttribute("cursor", cursor);
        if (chosen != null) {
            Supplier<Map<String, String>> named = Together.begin(() -> titles.all(caller, chosen.id()));
            model.addAttribute("list", meetings.of(caller, chosen.id(), state, opening, Api.PAGE_SIZE, cursor));
            model.addAttribute("titles", named.get());
        }
    }

    private String page(Identity caller, String id, Form form, Model model) {
        Supplier<Reading<List<Term>>> codes = Together.begin(() -> catalogue.reasons(caller, null));
        Reading<Meeting> meeting = meetings.one(caller, id);
        Meeting found = meeting.valueOrNull();
        if (found != null && found.programme() != null) {
            model.addAttribute("titles", titles.all(caller, found.programme()));
        }
        model.addAttribute("meeting", meeting);
        model.addAttribute("reasons", codes.get());
        model.addAttribute(
                "reasonWords",
                Catalogue.inWords(codes.get(), LocaleContextHolder.getLocale().getLanguage()));
        model.addAttribute("form", form);
        return "company/meeting";
    }

    private static Map<String, Object> appointment(MultiValueMap<String, String> typed) {
        Map<String, Object> body = Bodies.of(typed, "place", "link");
        String startsAt = Bodies.text(typed, "startsAt");
        if (startsAt != null) {
            body.put("startsAt", instant(startsAt));
        }
        Bodies.addNumbers(body, typed, "minutes");
        return body;
    }

    /** What a field of day and hour holds is Beijing time. */
    private static String instant(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(ZONE).toInstant().toString();
        } catch (DateTimeParseException e) {
            return typed;
        }
    }
}
