package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Destinations;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What graduates and interns may be grouped by further, one at a time. */
    private static final List<String> FURTHER =
            List.of("DEGREE", "OCCUPATION", "COMPANY", "REGION", "SCHOOL", "MAJOR", "SEASON");

    private static final List<String> ALL_MEASURES = List.of(
            "SHARE",
            "PLACEMENT_RATE",
            "CAREER_OUTCOMES_RATE",
            "KNOWLEDGE_RATE",
            "VERIFIED_SHARE",
            "CONVERSION_RATE",
            "TOPIC_MATCH_RATE",
            "TIME_TO_OFFER");

    private final Outcomes outcomes;
    private final Programmes programmes;
    private final Rolls rolls;
    private final Destinations destinations;

    OutcomesController(Outcomes outcomes, Programmes programmes, Rolls rolls, Destinations destinations) {
        this.outcomes = outcomes;
        this.programmes = programmes;
        this.rolls = rolls;
        this.destinations = destinations;
    }

    @GetMapping("/university/outcomes")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String by,
            Asked asked,
            Locale locale,
            Model model) {
        Identity caller = signedIn.identity();
        ProgrammeChoice choice = ProgrammeChoice.of(programmes.all(caller), programme);
        Programme chosen = choice.chosen();
        model.addAttribute("choice", choice);
        model.addAttribute("org", caller.org());
        model.addAttribute("asked", asked);
        model.addAttribute("charts", true);
        String further = by != null && FURTHER.contains(by) ? by : FURTHER.getFirst();
        model.addAttribute("by", further);
        model.addAttribute("further", FURTHER);
        new Parts()
                .with("all", () -> outcomes.by(caller, "ALL", asked))
                .with("bySchool", () -> table(outcomes.by(caller, "SCHOOL", asked), RATES))
                .with("byMajor", () -> table(outcomes.by(caller, "MAJOR", asked), RATES))
                .with("byKind", () -> table(outcomes.by(caller, "KIND", asked), List.of("SHARE")))
                .with("bySeason", () -> table(outcomes.by(caller, "SEASON", asked), RATES))
                .with("byFurther", () -> table(outcomes.by(caller, further, asked), ALL_MEASURES))
                .with("schools", () -> rolls.schools(caller))
                .with("kinds", () -> destinations.kinds(caller))
                .into(model);
        model.addAttribute("names", names(choice, model, locale.getLanguage()));
        if (chosen != null) {
            model.addAttribute("funnel", rolls.standing(caller, chosen.id()));
        }
        return "university/outcomes";
    }

    /** What groups are called: schools, kinds and programmes by their ids. */
    private static Map<String, String> names(ProgrammeChoice choice, Model model, String language) {
        Map<String, String> names = new HashMap<>();
        for (Object part : List.of(choice.programmes(), present(model, "schools"), present(model, "kinds"))) {
            if (part instanceof Reading<?> reading && reading.valueOrNull() instanceof Listing<?> listing) {
                for (Object item : listing.items()) {
                    switch (item) {
                        case Programme season -> names.put(season.id(), season.title());
                        case Rolls.School school -> names.put(school.id(), school.shownName(language));
                        case Destinations.Kind kind -> names.put(kind.code(), kind.said(language));
                        default -> {}
                    }
                }
            }
        }
        return names;
    }

    private static Object present(Model model, String part) {
        Object there = model.getAttribute(part);
        return there == null ? List.of() : there;
    }

    private static Reading<RateTable> table(Reading<Listing<Outcome>> found, List<String> measures) {
        return found.map(listing -> RateTable.of(listing.items(), measures));
    }
}
