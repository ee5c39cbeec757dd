package dev.talentpipeline.internship.outcome;

import org.jspecify.annotations.Nullable;

/**
 * A figure of a report.
 *
 * @param group null: what the group goes by is not known of these, or nothing is counted apart
 * @param numerator null: the figure is no ratio
 * @param value null: there is nobody to speak of
 */
public record Figure(
        @Nullable String group,
        Measure measure,
        @Nullable Long numerator,
        long denominator,
        @Nullable Double value) {

    static Figure ratio(@Nullable String group, Measure measure, long numerator, long denominator) {
        return new Figure(
                group, measure, numerator, denominator, denominator == 0 ? null : (double) numerator / denominator);
    }
}
