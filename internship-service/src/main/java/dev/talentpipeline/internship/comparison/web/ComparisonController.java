package dev.talentpipeline.internship.comparison.web;

import dev.talentpipeline.internship.comparison.ComparingProgrammes;
import dev.talentpipeline.internship.comparison.ComparingProgrammes.Compared;
import dev.talentpipeline.internship.comparison.Season;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Programmes")
class ComparisonController {

    private final ComparingProgrammes comparing;

    ComparisonController(ComparingProgrammes comparing) {
        this.comparing = comparing;
    }

    /** Both programmes, in the order in which they were asked for. */
    record ComparisonAnswer(List<SeasonAnswer> items) {}

    /** How one programme went. */
    record SeasonAnswer(
            String programme,
            String name,
            ProgrammeState state,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            int students,
            int matched,
            int seats,
            int filled,
            Map<String, Integer> offers,
            Map<String, Integer> placements,
            Season.Jobs jobs,
            @Nullable Double acceptanceRate,
            @Nullable Duration medianAnswer) {

        static SeasonAnswer of(Compared compared) {
            Programme programme = compared.programme();
            Season season = compared.season();
            return new SeasonAnswer(
                    programme.id(),
                    programme.rules().name(),
                    programme.state(),
                    programme.rules().opensAt(),
                    programme.rules().closesAt(),
                    season.students(),
                    season.matched(),
                    season.seats(),
                    season.filled(),
                    new TreeMap<>(season.offers()),
                    new TreeMap<>(season.placements()),
                    season.jobs(),
                    season.acceptanceRate(),
                    season.medianAnswer());
        }
    }

    @GetMapping("/api/v1/programmes/{programme}/comparison")
    @Operation(
            operationId = "compareProgrammes",
            summary = "Compare a programme with another that you run (the owner of both, operations)")
    ComparisonAnswer compare(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @RequestParam("with") String other) {
        return new ComparisonAnswer(comparing.compare(caller, programme, other).stream()
                .map(SeasonAnswer::of)
                .toList());
    }
}
