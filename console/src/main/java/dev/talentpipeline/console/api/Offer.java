package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An internship offer with what explains it and everything that happened to it.
 *
 * @param endorser who has to endorse it next: SCHOOL or UNIVERSITY; null: nobody
 * @param history oldest entry first
 * @param possible what the caller can do about it now
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
        @Nullable Long clearing,
        @Nullable String replaces,
        @Nullable Instant proposedAt,
        @Nullable Instant respondBy,
        @Nullable String endorser,
        @Nullable Release release,
        @Nullable List<Entry> history,
        @Nullable List<String> possible) {

    /** A release that is asked for. */
    public record Release(
            @Nullable String askedBy,
            @Nullable String reason,
            @Nullable Boolean refused,
            @Nullable String seat) {}

    /**
     * What happened to it.
     *
     * @param step a step that left the state as it was
     * @param release a step towards its release
     */
    public record Entry(
            @Nullable String state,
            @Nullable String step,
            @Nullable String release,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String reason) {}

    /** A letter that one of its parties wrote about a release. */
    public record Letter(
            Instant at,
            @Nullable String by,
            @Nullable String decision,
            @Nullable String letter) {}

    /** States in which an offer holds its seat. */
    private static final Set<String> HOLDING = Set.of("AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED", "CONFIRMED");

    /** The order to show them in: those that hold a seat first, then the latest first. */
    public static final Comparator<Offer> WHAT_COUNTS_FIRST = Comparator.comparing(Offer::isHolding)
            .thenComparing(Offer::proposedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    /** Whether the caller can do this now. */
    public boolean can(String act) {
        return possible != null && possible.contains(act);
    }

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

    /** Whether somebody's answer is awaited until respondBy. */
    public boolean isAwaited() {
        return isHolding() && !"CONFIRMED".equals(state);
    }

    /** The offer to show for a student: the one that holds a seat, otherwise the latest. */
    public static Optional<Offer> current(List<Offer> offers) {
        return offers.stream().min(WHAT_COUNTS_FIRST);
    }
}
