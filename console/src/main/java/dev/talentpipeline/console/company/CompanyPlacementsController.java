package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Agreement;
import dev.talentpipeline.console.api.Agreements;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Placement;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Term;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Form;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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

/** Agreements, and what becomes of the internships that rest on them. */
@Controller
final class CompanyPlacementsController {

    private static final List<String> STATES =
            List.of("AWAITING_SIGNATURES", "AGREED", "STARTED", "COMPLETED", "ENDED", "RELEASED");

    private final ProgrammeInView programmes;
    private final Placements placements;
    private final Agreements agreements;
    private final OpeningTitles titles;
    private final Catalogue catalogue;

    CompanyPlacementsController(
            ProgrammeInView programmes,
            Placements placements,
            Agreements agreements,
            OpeningTitles titles,
            Catalogue catalogue) {
        this.programmes = programmes;
        this.placements = placements;
        this.agreements = agreements;
        this.titles = titles;
        this.catalogue = catalogue;
    }

    @GetMapping("/company/placements")
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
            Supplier<Map<String, String>> named = Together.begin(() -> titles.all(caller, chosen.id()));
            model.addAttribute("list", placements.of(caller, chosen.id(), shown, Api.PAGE_SIZE, cursor));
            model.addAttribute("titles", named.get());
        }
        return "company/placements";
    }

    @GetMapping("/company/placements/{placement}")
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String placement, Model model) {
        return page(signedIn.identity(), placement, Bodies.keyed(), model);
    }

    /** The day on the paper, and the hash of its scan if there is one. */
    @PostMapping("/company/placements/{placement}/signatures")
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

    @PostMapping("/company/placements/{placement}/events")
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
            return "redirect:/company/placements/" + placement;
        }
        response.setStatus(422);
        typed.set("key", UUID.randomUUID().toString());
        return page(caller, placement, Form.of(typed).answered(answer), model);
    }

    private String page(Identity caller, String id, Form form, Model model) {
        Supplier<Reading<List<Term>>> codes = Together.begin(() -> catalogue.reasons(caller, null));
        Reading<Placement> placement = placements.one(caller, id);
        Placement found = placement.valueOrNull();
        if (found != null && found.programme() != null && found.offer() != null) {
            String offer = found.offer();
            Supplier<Reading<Agreement>> agreement = Together.begin(() -> agreements.of(caller, offer));
            if (found.employment() != null) {
                model.addAttribute("employment", agreements.employment(caller, id));
            }
            model.addAttribute("titles", titles.all(caller, found.programme()));
            model.addAttribute("agreement", agreement.get());
        }
        model.addAttribute("placement", placement);
        model.addAttribute("reasons", codes.get());
        model.addAttribute(
                "reasonWords",
                Catalogue.inWords(codes.get(), LocaleContextHolder.getLocale().getLanguage()));
        model.addAttribute("form", form);
        return "company/placement";
    }
}
