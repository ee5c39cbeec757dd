package dev.talentpipeline.console.university;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Meeting;
import dev.talentpipeline.console.api.Meetings;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.Names;
import dev.talentpipeline.console.page.ProgrammeInView;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Invitations and meetings of the university's students: seen, and answered or ended for a student who cannot. */
@Controller
final class UniversityMeetingsController {

    private static final List<String> STATES = List.of("INVITED", "OPEN", "DECLINED", "EXPIRED", "WITHDRAWN", "ENDED");

    private final ProgrammeInView programmes;
    private final Meetings meetings;
    private final Catalogue catalogue;
    private final Names names;
    private final Organisations organisations;

    UniversityMeetingsController(
            ProgrammeInView programmes,
            Meetings meetings,
            Catalogue catalogue,
            Names names,
            Organisations organisations) {
        this.programmes = programmes;
        this.meetings = meetings;
        this.catalogue = catalogue;
        this.names = names;
        this.organisations = organisations;
    }

    /** What a university may say in its student's place. */
    enum Decision {
        ACCEPT,
        DECLINE,
        END
    }

    @GetMapping("/university/meetings")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Model model) {
        Identity caller = signedIn.identity();
        Programme chosen = programmes.choose(caller, programme, session, model);
        String shown = state != null && STATES.contains(state) ? state : null;
        model.addAttribute("state", shown);
        model.addAttribute("states", STATES);
        model.addAttribute("cursor", cursor);
        if (chosen != null) {
            Reading<Listing<Meeting>> list = meetings.of(caller, chosen.id(), shown, null, Api.PAGE_SIZE, cursor);
            Listing<Meeting> found = list.valueOrNull();
            model.addAttribute("list", list);
            model.addAttribute(
                    "here", Addresses.of("/university/meetings", chosen.id()).with("state", shown));
            names.addTo(
                    caller,
                    chosen.id(),
                    found == null ? List.<Meeting>of() : found.items(),
                    Meeting::internship,
                    Meeting::student,
                    model);
        }
        return "university/meetings";
    }

    @GetMapping("/university/meetings/{meeting}")
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String meeting, Model model) {
        return page(signedIn.identity(), meeting, Form.blank(), model);
    }

    @PostMapping("/university/meetings/{meeting}/decisions")
    @ShownAt("/university/meetings/{meeting}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String meeting,
            @RequestParam Decision decision,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "decision");
        if (decision != Decision.ACCEPT) {
            Bodies.put(body, "reason", typed.getFirst("reason"));
        }
        Reading<Meeting> decided = meetings.decide(caller, meeting, body, key);
        if (!decided.isLoaded()) {
            response.setStatus(422);
            return page(caller, meeting, Form.of(typed).answered(decided), model);
        }
        result.addFlashAttribute("flash", "meetings.done");
        return "redirect:"
                + new Addresses("/university/meetings").under(meeting).first();
    }

    private String page(Identity caller, String meeting, Form form, Model model) {
        Reading<Meeting> read = meetings.one(caller, meeting);
        Meeting found = read.valueOrNull();
        Reading<List<Term>> reasons = catalogue.reasons(caller, null);
        if (found != null && found.programme() != null) {
            names.addTo(caller, found.programme(), List.of(found), Meeting::internship, Meeting::student, model);
        }
        model.addAttribute("meeting", read);
        model.addAttribute("companies", organisations.names(caller, "COMPANY"));
        model.addAttribute("reasons", reasons);
        model.addAttribute(
                "reasonWords",
                Catalogue.inWords(reasons, LocaleContextHolder.getLocale().getLanguage()));
        model.addAttribute("form", form);
        return "university/meeting";
    }
}
