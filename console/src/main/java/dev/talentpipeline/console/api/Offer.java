package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An internship offer with what explains it.
 *
 * @param possible what the caller can decide now; null where the service does not say
 */
public record Offer(
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
        @Nullable Instant proposedAt,
        @Nullable Instant respondBy,
        @Nullable Release release,
        @Nullable List<Step> history,
        @Nullable List<String> possible) {

    /** A release that is asked for. */
    public record Release(
            @Nullable String askedBy,
            @Nullable String reason,
            @Nullable Boolean refused) {}

    /** What became of it, when and by whom. */
    public record Step(
            @Nullable String state,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String step,
            @Nullable String release) {}

    /** States in which an offer holds its seat. */
    private static final Set<String> HOLDING = Set.of("AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED", "CONFIRMED");

    /** The order to show them in: those that hold a seat first, then the latest first. */
    public static final Comparator<Offer> WHAT_COUNTS_FIRST = Comparator.comparing(Offer::isHolding)
            .thenComparing(Offer::proposedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    /** A proposal that was turned down never was an offer to anybody. */
    public boolean wasMade() {
        return !"REJECTED".equals(state);
    }

    public boolean isAwaitingAnswer() {
        return "EXTENDED".equals(state);
    }

    public boolean isHolding() {
        return state != null && HOLDING.contains(state);
    }

    /** The offer to show for a student: the one that holds a seat, otherwise the latest. */
    public static Optional<Offer> current(List<Offer> offers) {
        return offers.stream().min(WHAT_COUNTS_FIRST);
    }
}
