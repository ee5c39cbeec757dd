package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.roll.CountingRoll;
import dev.talentpipeline.internship.roll.RollStanding;
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

    /** Numbers of a university, and of each of its schools. */
    record RollStandingAnswer(String university, @Nullable String programme, GroupAnswer all, List<OfSchool> schools) {}

    /** Those of one school; null: of none. */
    record OfSchool(@Nullable String school, GroupAnswer standing) {}

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
                schools.stream()
                        .map(each -> new OfSchool(each.school(), GroupAnswer.of(each)))
                        .toList());
    }
}
