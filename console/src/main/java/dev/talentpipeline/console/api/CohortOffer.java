package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the student's university follows it.
 *
 * @param endorser who has to endorse it next: SCHOOL or UNIVERSITY; null: nobody
 * @param history oldest entry first
 */
public record CohortOffer(
        String id,
        @Nullable String student,
        @Nullable String internship,
        @Nullable String state,
        @Nullable Double score,
        @Nullable Integer studentRank,
        @Nullable Instant proposedAt,
        @Nullable Instant respondBy,
        @Nullable String endorser,
        @Nullable List<Entry> history) {

    private static final Set<String> ACTIVE = Set.of("AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED", "CONFIRMED");

    /** What has to be done first comes first; what has no deadline comes last. */
    public static final Comparator<CohortOffer> MOST_URGENT_FIRST =
            Comparator.comparing(CohortOffer::respondBy, Comparator.nullsLast(Comparator.naturalOrder()));

    public static final Comparator<CohortOffer> ACTIVE_THEN_LATEST = Comparator.comparing(CohortOffer::isActive)
            .thenComparing(CohortOffer::proposedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    /**
     * A step of an offer.
     *
     * @param step set where the state stayed as it was
     * @param release set for a step towards a release
     */
    public record Entry(
            @Nullable String state,
            @Nullable String step,
            @Nullable String release,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String reason) {

        /** Key of the message that says what happened. */
        public String word() {
            return release != null
                    ? "offer.release." + release
                    : step != null ? "offer.step." + step : "offer.state." + state;
        }
    }

    public boolean isActive() {
        return state != null && ACTIVE.contains(state);
    }

    /** Whether somebody's answer is awaited until respondBy. */
    public boolean isAwaited() {
        return isActive() && !"CONFIRMED".equals(state);
    }
}
