package dev.talentpipeline.console.university;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.CohortOffers;
import dev.talentpipeline.console.api.CohortOffers.Decided;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Rolls;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Addresses;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.ProgrammeChoice;
import dev.talentpipeline.console.university.Rows.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Offers of the students by state, and those that wait for the university's word, many at once. */
@Controller
final class EndorsementController {

    private final Programmes programmes;
    private final CohortOffers offers;
    private final Catalogue catalogue;
    private final Rolls rolls;
    private final Rows rows;

    EndorsementController(Programmes programmes, CohortOffers offers, Catalogue catalogue, Rolls rolls, Rows rows) {
        this.programmes = programmes;
        this.offers = offers;
        this.catalogue = catalogue;
        this.rolls = rolls;
        this.rows = rows;
    }

    /** What may be decided on many offers at once. */
    enum Decision {
        ENDORSE,
        REFUSE
    }

    /** What became of one of them, with whom it is about. */
    record Outcome(Decided decided, @Nullable Row row) {

        public String name() {
            return row == null ? decided.offer() : row.studentName();
        }

        public @Nullable String title() {
            return row == null ? null : row.openingTitle();
        }
    }

    @GetMapping("/university/offers")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("state", state);
        model.addAttribute("cursor", cursor);
        Programme chosen = choice.chosen();
        if (chosen != null) {
            Reading<Listing<Offer>> found = offers.inState(caller, chosen.id(), state, Api.PAGE_SIZE, cursor);
            model.addAttribute(
                    "offers", found.map(listing -> listing.with(page -> rows.of(caller, chosen.id(), page))));
            model.addAttribute(
                    "here", Addresses.of("/university/offers", chosen.id()).with("state", state));
        }
        return "university/offers";
    }

    @GetMapping("/university/endorsements")
    String queue(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.blank());
        }
        Programme chosen = choice.chosen();
        if (chosen != null) {
            String language = LocaleContextHolder.getLocale().getLanguage();
            new Parts()
                    .with("schoolNames", () -> rolls.schoolNames(caller, language))
                    .with("queue", () -> waiting(caller, chosen.id(), cursor))
                    .with("reasons", () -> catalogue.reasons(caller, "REFUSE"))
                    .into(model);
            model.addAttribute("here", Addresses.of("/university/endorsements", chosen.id()));
        }
        return "university/endorsements";
    }

    /** The answer is the page of the queue as it is then, below what became of each. */
    @PostMapping("/university/endorsements")
    @ShownAt("/university/endorsements?programme={programme}&cursor={cursor}")
    String decide(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String programme,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Decision decision,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(name = "offer", required = false) @Nullable List<String> chosen,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Identity caller = signedIn.identity();
        model.addAttribute("form", Form.of(typed));
        if (chosen == null || chosen.isEmpty()) {
            model.addAttribute("flashBad", "endorsements.none.chosen");
            response.setStatus(422);
            return queue(signedIn, programme, cursor, model);
        }
        // Their names are asked for first: what is decided leaves the queue.
        Map<String, Row> named = waiting(caller, programme, cursor).valueOrNull()
                        instanceof Listing<Row>(List<Row> items, var next)
                ? items.stream().collect(Collectors.toMap(row -> row.offer().id(), Function.identity()))
                : Map.of();
        String sent = decision == Decision.REFUSE ? reason : null;
        Reading<List<Outcome>> result = offers.decide(caller, chosen, decision.name(), sent, key)
                .map(listing -> listing.items().stream()
                        .map(each -> new Outcome(each, named.get(each.offer())))
                        .toList());
        if (!result.isLoaded()) {
            response.setStatus(422);
            model.addAttribute("form", Form.of(typed).answered(result));
        } else {
            model.addAttribute("form", Form.blank());
        }
        model.addAttribute("result", result);
        model.addAttribute("decision", decision);
        model.addAttribute("chosenOffers", result.isLoaded() ? Set.of() : Set.copyOf(chosen));
        return queue(signedIn, programme, cursor, model);
    }

    private Reading<Listing<Row>> waiting(Identity caller, String programme, @Nullable String cursor) {
        return offers.awaitingEndorsement(caller, programme, Api.WHOLE_LIST, cursor)
                .map(listing -> listing.with(page -> rows.of(caller, programme, page)));
    }
}
