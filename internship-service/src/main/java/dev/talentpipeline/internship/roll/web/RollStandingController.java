package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.roll.CountingRoll;
import dev.talentpipeline.internship.roll.RollStanding;
import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Roll")
class RollStandingController {

    private final CountingRoll counting;

    RollStandingController(CountingRoll counting) {
        this.counting = counting;
    }

    /**
     * Numbers of a university, and of each of its schools.
     *
     * @param next null: the schools are all there
     */
    record RollStandingAnswer(
            String university,
            @Nullable String programme,
            GroupAnswer all,
            List<OfSchool> items,
            @Nullable String next) implements Listed<OfSchool> {}

    /** Those of one school; null: of none. */
    record OfSchool(
            @Nullable String school, int entries, CountsAnswer unclaimed, CountsAnswer claimed, int consentAwaited) {

        static OfSchool of(RollStanding standing) {
            GroupAnswer group = GroupAnswer.of(standing);
            return new OfSchool(
                    standing.school(), group.entries(), group.unclaimed(), group.claimed(), group.consentAwaited());
        }
    }

    /** How many entries there are, and where they stand. */
    record GroupAnswer(int entries, CountsAnswer unclaimed, CountsAnswer claimed, int consentAwaited) {

        static GroupAnswer of(RollStanding standing) {
            return new GroupAnswer(
                    standing.unclaimed().entries() + standing.claimed().entries(),
                    CountsAnswer.of(standing.unclaimed()),
                    CountsAnswer.of(standing.claimed()),
                    standing.consentAwaited());
        }
    }

    /** Each entry once, where it has come furthest. */
    record CountsAnswer(int entries, int noProfile, int outOfMarket, int inMarket, int matched) {

        static CountsAnswer of(RollStanding.Counts counts) {
            return new CountsAnswer(
                    counts.entries(), counts.noProfile(), counts.outOfMarket(), counts.inMarket(), counts.matched());
        }
    }

    @GetMapping("/api/v1/organisations/{organisation}/roll-standing")
    @Operation(
            operationId = "getRollStanding",
            summary =
                    "Count who has not claimed, and where all others stand, by school (the university; a school its own)")
    RollStandingAnswer standing(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String programme) {
        List<RollStanding> schools = counting.count(caller, organisation, programme);
        return new RollStandingAnswer(
                organisation,
                programme,
                GroupAnswer.of(RollStanding.sum(schools)),
                schools.stream().map(OfSchool::of).toList(),
                null);
    }
}
