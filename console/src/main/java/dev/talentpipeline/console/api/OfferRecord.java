package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An offer with everything that happened to it. */
public record OfferRecord(
        String id,
        @Nullable String programme,
        @Nullable String student,
        @Nullable String internship,
        @Nullable String state,
        @Nullable Double score,
        @Nullable Map<String, Double> parts,
        @Nullable List<String> matchedSkills,
        @Nullable List<String> missingSkills,
        @Nullable Integer studentRank,
        @Nullable Integer internshipRank,
        @Nullable Long clearing,
        @Nullable String replaces,
        @Nullable Instant proposedAt,
        @Nullable Instant respondBy,
        @Nullable String endorser,
        @Nullable Release release,
        @Nullable List<Entry> history) {

    /** A release that is asked for. */
    public record Release(
            @Nullable String askedBy,
            @Nullable String reason,
            @Nullable Boolean refused,
            @Nullable String seat) {}

    /**
     * What happened to it.
     *
     * @param release a step towards its release
     * @param step a step that left the state as it was
     */
    public record Entry(
            @Nullable String state,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String release,
            @Nullable String step) {}

    /** A letter that one of its parties wrote about a release. */
    public record Letter(
            Instant at,
            @Nullable String by,
            @Nullable String decision,
            @Nullable String letter) {}
}
