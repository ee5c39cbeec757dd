package dev.talentpipeline.console.company;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.PostedOpening;
import dev.talentpipeline.console.api.PostedOpenings;
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

/** The company's offers by state, and each with what explains it and what can be decided. */
@Controller
final class CompanyOffersController {

    /** The columns of the board, from the proposal to the end. */
    private static final List<String> BOARD = List.of("AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED", "CONFIRMED");

    /** States in which an offer is over. */
    private static final List<String> OVER =
            List.of("VETOED", "LAPSED", "DECLINED", "EXPIRED", "REPLACED", "RESCINDED", "REFUSED", "RELEASED");

    private static final int CARDS = 10;

    private final ProgrammeInView programmes;
    private final Offers offers;
    private final PostedOpenings openings;
    private final OpeningTitles titles;
    private final Catalogue catalogue;
    private final CatalogueWords words;

    CompanyOffersController(
            ProgrammeInView programmes,
            Offers offers,
            PostedOpenings openings,
            OpeningTitles titles,
            Catalogue catalogue,
            CatalogueWords words) {
        this.programmes = programmes;
        this.offers = offers;
        this.openings = openings;
        this.titles = titles;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** A column of the board. */
    record Column(String state, Reading<Listing<Offer>> offers) {}

    @GetMapping("/company/offers")
    String board(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String opening,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Model model) {
        Identity caller = signedIn.identity();
        Programme chosen = programmes.choose(caller, programme, session, model);
        String shown = state == null || BOARD.contains(state) || OVER.contains(state) ? state : null;
        String of = opening == null || opening.isEmpty() ? null : opening;
        model.addAttribute("opening", of);
        model.addAttribute("state", shown == null ? "" : shown);
        model.addAttribute("cursor", cursor);
        model.addAttribute("states", OVER);
        model.addAttribute("board", BOARD);
        if (chosen != null) {
            Supplier<Map<String, String>> named = Together.begin(() -> titles.all(caller, chosen.id()));
            if (shown == null || shown.isEmpty()) {
                model.addAttribute(
                        "columns",
                        Together.each(
                                BOARD,
                                each -> new Column(each, offers.in(caller, chosen.id(), each, of, CARDS, null))));
            } else {
                model.addAttribute("list", offers.in(caller, chosen.id(), shown, of, Api.PAGE_SIZE, cursor));
            }
            model.addAttribute("titles", named.get());
        }
        return "company/offers";
    }

    @GetMapping("/company/offers/{offer}")
    String show(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String offer, Model model) {
        return page(signedIn.identity(), offer, Bodies.keyed(), model);
    }

    @PostMapping("/company/offers/{offer}/decisions")
    @ShownAt("/company/offers/{offer}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String offer,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Map<String, Object> body = Bodies.of(typed, "decision", "reason", "letter", "seat");
        Reading<Offer> decided = offers.decide(signedIn.identity(), offer, body, key);
        if (!decided.isLoaded()) {
            response.setStatus(422);
            Bodies.keyed(typed);
            return page(signedIn.identity(), offer, Form.of(typed).answered(decided), model);
        }
        result.addFlashAttribute("flash", "offers.decided");
        return "redirect:/company/offers/" + offer;
    }

    private String page(Identity caller, String id, Form form, Model model) {
        Supplier<Reading<List<Term>>> codes = Together.begin(() -> catalogue.reasons(caller, null));
        Supplier<Reading<Listing<Offer.Letter>>> letters = Together.begin(() -> offers.letters(caller, id));
        Reading<Offer> offer = offers.one(caller, id);
        Offer found = offer.valueOrNull();
        if (found != null && found.programme() != null && found.internship() != null) {
            Reading<PostedOpening> opening = openings.one(caller, found.programme(), found.internship());
            model.addAttribute("opening", opening);
        }
        model.addAttribute("offer", offer);
        model.addAttribute("letters", letters.get());
        model.addAttribute("reasons", codes.get());
        model.addAttribute(
                "reasonWords",
                Catalogue.inWords(codes.get(), LocaleContextHolder.getLocale().getLanguage()));
        model.addAttribute("form", form);
        words.addTo(caller, model);
        return "company/offer";
    }
}
