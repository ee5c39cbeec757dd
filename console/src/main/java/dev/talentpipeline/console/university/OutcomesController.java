package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Outcomes;
import dev.talentpipeline.console.api.Outcomes.Asked;
import dev.talentpipeline.console.api.Outcomes.Outcome;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Rolls;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.ProgrammeChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What becomes of the students, as charts with the table and the export of each. */
@Controller
final class OutcomesController {

    private static final List<String> RATES =
            List.of("PLACEMENT_RATE", "CAREER_OUTCOMES_RATE", "KNOWLEDGE_RATE", "VERIFIED_SHARE");

    private final Outcomes outcomes;
    private final Programmes programmes;
    private final Rolls rolls;

    OutcomesController(Outcomes outcomes, Programmes programmes, Rolls rolls) {
        this.outcomes = outcomes;
        this.programmes = programmes;
        this.rolls = rolls;
    }

    @GetMapping("/university/outcomes")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            Asked asked,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        Programme chosen = choice.chosen();
        model.addAttribute("choice", choice);
        model.addAttribute("asked", asked);
        model.addAttribute("charts", true);
        new Parts()
                .with("all", () -> outcomes.by(caller, "ALL", asked))
                .with("bySchool", () -> table(outcomes.by(caller, "SCHOOL", asked), RATES))
                .with("byMajor", () -> table(outcomes.by(caller, "MAJOR", asked), RATES))
                .with("byKind", () -> table(outcomes.by(caller, "KIND", asked), List.of("SHARE")))
                .with("bySeason", () -> table(outcomes.by(caller, "SEASON", asked), RATES))
                .with("schools", () -> rolls.schools(caller))
                .into(model);
        if (chosen != null) {
            model.addAttribute("funnel", rolls.standing(caller, chosen.id()));
        }
        return "university/outcomes";
    }

    private static Reading<RateTable> table(Reading<Listing<Outcome>> found, List<String> measures) {
        return found.map(listing -> RateTable.of(listing.items(), measures));
    }
}
