package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Internship;
import dev.talentpipeline.console.api.Internships;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.ProgrammeChoice;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class CompanyController {

    private final Programmes programmes;
    private final Internships internships;
    private final Offers offers;

    CompanyController(Programmes programmes, Internships internships, Offers offers) {
        this.programmes = programmes;
        this.internships = internships;
        this.offers = offers;
    }

    /** An internship and its offers. */
    record Row(Internship internship, Reading<Listing<Offer>> offers) {

        /** How many offers are in each state. */
        public Map<String, Long> offersByState() {
            Listing<Offer> loaded = offers.valueOrNull();
            return loaded == null
                    ? Map.of()
                    : loaded.items().stream()
                            .map(Offer::state)
                            .filter(Objects::nonNull)
                            .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));
        }
    }

    @GetMapping("/company")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        model.addAttribute("choice", choice);
        model.addAttribute("cursor", cursor);
        Programme chosen = choice.chosen();
        if (chosen != null) {
            model.addAttribute("internships", rows(caller, chosen, cursor));
        }
        return "company/internships";
    }

    private Reading<Listing<Row>> rows(Identity caller, Programme programme, @Nullable String cursor) {
        return internships
                .own(caller, programme.id(), cursor)
                .map(listing -> listing.with(posted -> Together.each(
                        posted,
                        internship -> new Row(internship, offers.of(caller, programme.id(), null, internship.id())))));
    }
}
