package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Candidate;
import dev.talentpipeline.console.api.Candidates;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Meeting;
import dev.talentpipeline.console.api.Meetings;
import dev.talentpipeline.console.api.PostedOpening;
import dev.talentpipeline.console.api.PostedOpenings;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom an opening may have, in order; the company's own order; and inviting them. */
@Controller
final class CandidatesController {

    private static final int WHOLE = 200;

    private final PostedOpenings openings;
    private final Candidates candidates;
    private final Meetings meetings;
    private final CatalogueWords words;

    CandidatesController(PostedOpenings openings, Candidates candidates, Meetings meetings, CatalogueWords words) {
        this.openings = openings;
        this.candidates = candidates;
        this.meetings = meetings;
        this.words = words;
    }

    @GetMapping("/company/openings/{programme}/{opening}/candidates")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        Supplier<Reading<Listing<Candidate>>> ranked =
                Together.begin(() -> candidates.of(caller, programme, opening, cursor));
        Supplier<Reading<Listing<Meeting>>> met =
                Together.begin(() -> meetings.of(caller, programme, null, opening, WHOLE, null));
        model.addAttribute("programme", programme);
        model.addAttribute("openingId", opening);
        model.addAttribute("cursor", cursor);
        model.addAttribute("opening", openings.one(caller, programme, opening));
        model.addAttribute("candidates", ranked.get());
        model.addAttribute("meetings", met.get());
        model.addAttribute("met", byStudent(met.get()));
        words.addTo(caller, model);
        return "company/candidates";
    }

    /** Changes the company's list: its order as it was dragged, one student up, down or off it, added to it, excluded or let in again. */
    @PostMapping("/company/openings/{programme}/{opening}/list")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @Nullable String student,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam(required = false) @Nullable String up,
            @RequestParam(required = false) @Nullable String down,
            @RequestParam(required = false) @Nullable String takenOff,
            @RequestParam(required = false) @Nullable String cursor,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        PostedOpening now = openings.one(caller, programme, opening).valueOrNull();
        boolean done = now != null
                && changed(
                        caller,
                        programme,
                        now,
                        WantedStudents.of(now)
                                .inOrder(order)
                                .after(act, student)
                                .after("up", up)
                                .after("down", down)
                                .after("remove", takenOff));
        result.addFlashAttribute("listed", done);
        if (cursor != null && !cursor.isEmpty()) {
            result.addAttribute("cursor", cursor);
        }
        return redirect(programme, opening, "candidates");
    }

    @GetMapping("/company/openings/{programme}/{opening}/invitations/{student}")
    String inviteForm(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            @PathVariable String student,
            Model model) {
        return invitation(signedIn.identity(), programme, opening, student, Bodies.keyed(), model);
    }

    @PostMapping("/company/openings/{programme}/{opening}/invitations/{student}")
    String invite(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String opening,
            @PathVariable String student,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("internship", opening);
        body.put("student", student);
        String message = Bodies.text(typed, "message");
        if (message != null) {
            body.put("message", message);
        }
        Reading<Meeting> invited = meetings.invite(caller, programme, body, key);
        if (!invited.isLoaded()) {
            response.setStatus(422);
            return invitation(
                    caller, programme, opening, student, Form.of(typed).answered(invited), model);
        }
        result.addFlashAttribute("flash", "candidates.invited");
        return redirect(programme, opening, "candidates");
    }

    private String invitation(
            Identity caller, String programme, String opening, String student, Form form, Model model) {
        model.addAttribute("programme", programme);
        model.addAttribute("openingId", opening);
        model.addAttribute("student", student);
        model.addAttribute("opening", openings.one(caller, programme, opening));
        model.addAttribute("form", form);
        return "company/invitation";
    }

    private boolean changed(Identity caller, String programme, PostedOpening opening, WantedStudents wanted) {
        String reference = opening.reference();
        Long version = opening.version();
        return reference != null
                && version != null
                && openings.change(
                                caller,
                                programme,
                                reference,
                                OpeningForm.body(opening, wanted.wanted(), wanted.unwanted()),
                                version)
                        .isLoaded();
    }

    /** The meeting that counts for each student: one that is open, otherwise any. */
    private static Map<String, Meeting> byStudent(Reading<Listing<Meeting>> meetings) {
        Map<String, Meeting> met = new HashMap<>();
        Listing<Meeting> loaded = meetings.valueOrNull();
        for (Meeting meeting : loaded == null ? List.<Meeting>of() : loaded.items()) {
            if (meeting.student() != null) {
                met.merge(meeting.student(), meeting, (one, other) -> "OPEN".equals(other.state()) ? other : one);
            }
        }
        return met;
    }

    private static String redirect(String programme, String opening, String page) {
        return "redirect:/company/openings/%s/%s/%s".formatted(programme, opening, page);
    }
}
