package dev.talentpipeline.console.placement;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Agreement;
import dev.talentpipeline.console.api.Agreements;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Placement;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.SignedIn;
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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Internships as they are lived: followed, signed for, recorded and confirmed by either party. */
@Controller
final class PlacementsController {

    private static final List<String> STATES =
            List.of("AWAITING_SIGNATURES", "AGREED", "STARTED", "COMPLETED", "ENDED", "RELEASED");

    private final ProgrammeInView programmes;
    private final Placements placements;
    private final Agreements agreements;
    private final PlacementPage page;
    private final Names names;
    private final Organisations organisations;

    PlacementsController(
            ProgrammeInView programmes,
            Placements placements,
            Agreements agreements,
            PlacementPage page,
            Names names,
            Organisations organisations) {
        this.programmes = programmes;
        this.placements = placements;
        this.agreements = agreements;
        this.page = page;
        this.names = names;
        this.organisations = organisations;
    }

    @GetMapping("/{desk:university|company}/placements")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String desk,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Model model) {
        Identity caller = signedIn.identity();
        Programme chosen = programmes.choose(caller, programme, session, model);
        String shown = state != null && STATES.contains(state) ? state : null;
        model.addAttribute("base", "/" + desk + "/placements");
        model.addAttribute("party", caller.role().name());
        model.addAttribute("state", shown);
        model.addAttribute("states", STATES);
        model.addAttribute("cursor", cursor);
        if (chosen != null) {
            Reading<Listing<Placement>> list = placements.of(caller, chosen.id(), shown, Api.PAGE_SIZE, cursor);
            Listing<Placement> found = list.valueOrNull();
            model.addAttribute("list", list);
            names.addTo(
                    caller,
                    chosen.id(),
                    found == null ? List.<Placement>of() : found.items(),
                    Placement::internship,
                    Placement::student,
                    model);
            if (caller.role() == Role.UNIVERSITY) {
                model.addAttribute("companies", organisations.names(caller, "COMPANY"));
            }
        }
        return "placement/list";
    }

    @GetMapping("/{desk:university|company}/placements/{placement}")
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String placement, Model model) {
        return page.of(signedIn.identity(), placement, Bodies.keyed(), model);
    }

    /** The day on the paper, and the hash of its scan if there is one. */
    @PostMapping("/{desk:university|company}/placements/{placement}/signatures")
    @ShownAt("/{desk}/placements/{placement}")
    String sign(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String placement,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable String offer,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "signedOn", "scanHash");
        Bodies.addNumbers(body, typed, "revision");
        Reading<Agreement> signed = offer == null || offer.isEmpty()
                ? agreements.signEmployment(caller, placement, body, key)
                : agreements.sign(caller, offer, body, key);
        return done(caller, placement, typed, signed, model, response, result);
    }

    @PostMapping("/{desk:university|company}/placements/{placement}/events")
    @ShownAt("/{desk}/placements/{placement}")
    String record(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String placement,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "event", "on", "reason", "title", "startsOn");
        Bodies.addNumbers(body, typed, "entry");
        for (String flag : List.of("early", "matchesResearchTopic")) {
            if (typed.containsKey(flag)) {
                body.put(flag, "true".equals(typed.getFirst(flag)));
            }
        }
        return done(caller, placement, typed, placements.record(caller, placement, body, key), model, response, result);
    }

    /** The university's text of the agreement behind a job that was accepted. */
    @PostMapping("/university/placements/{placement}/employment")
    @ShownAt("/university/placements/{placement}")
    String draftEmployment(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String placement,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Map<String, Object> body = Bodies.of(typed, "number", "workplace");
        return done(
                caller, placement, typed, agreements.draftEmployment(caller, placement, body), model, response, result);
    }

    private String done(
            Identity caller,
            String placement,
            MultiValueMap<String, String> typed,
            Reading<?> answer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        if (answer.isLoaded()) {
            result.addFlashAttribute("flash", "placements.done");
            return "redirect:" + PlacementPage.base(caller) + "/" + placement;
        }
        response.setStatus(422);
        return page.of(caller, placement, Form.of(Bodies.keyed(typed)).answered(answer), model);
    }
}
