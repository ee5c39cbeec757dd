package dev.talentpipeline.internship.outcome.web;

import dev.talentpipeline.internship.outcome.Figure;
import dev.talentpipeline.internship.outcome.Grouping;
import dev.talentpipeline.internship.outcome.Measure;
import dev.talentpipeline.internship.outcome.Outcomes;
import dev.talentpipeline.internship.outcome.ReportingOutcomes;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Destinations")
class OutcomeController {

    private final ReportingOutcomes reporting;

    OutcomeController(ReportingOutcomes reporting) {
        this.reporting = reporting;
    }

    /** A figure as it is answered, with the definition of what it measures: as a row of a table, or as a point of a chart. */
    record FigureAnswer(
            @Nullable LocalDate asOf,
            Grouping by,
            @Nullable String group,
            Measure measure,
            String zh,
            String en,
            @Nullable Long numerator,
            long denominator,
            @Nullable Double value,
            Measure.Unit unit,
            String definitionZh,
            String definitionEn) {

        static FigureAnswer of(@Nullable LocalDate asOf, Grouping by, Figure figure) {
            Measure measure = figure.measure();
            return new FigureAnswer(
                    asOf,
                    by,
                    figure.group(),
                    measure,
                    measure.zh(),
                    measure.en(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.value(),
                    measure.unit(),
                    measure.definitionZh(),
                    measure.definitionEn());
        }
    }

    @GetMapping("/api/v1/outcomes")
    @Operation(
            operationId = "reportOutcomes",
            summary =
                    "Report what became of graduates and interns, with each rate's definition (a university: its own; a school: its part; operations: all)")
    Listing<FigureAnswer> report(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String university,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @Parameter(description = "Counted as at the end of this day; without it as it is now")
                    @RequestParam(required = false)
                    @Nullable String asOf) {
        Violations violations = new Violations();
        Grouping grouping = violations.oneOf("by", by, Grouping.class, Grouping.ALL);
        Outcomes.Scope scope = new Outcomes.Scope(
                university,
                school,
                violations.optionalDate("from", from),
                violations.optionalDate("until", until),
                violations.optionalDate("asOf", asOf));
        violations.refuseIfAny();
        return new Listing<>(
                reporting.report(caller, scope, grouping).stream()
                        .map(figure -> FigureAnswer.of(scope.asOf(), grouping, figure))
                        .toList(),
                null);
    }
}
