package dev.talentpipeline.internship.placement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a party wants to enter into a placement's record. */
public sealed interface PlacementCommand {

    /**
     * A step was taken.
     *
     * @param on the day on which it happened
     * @param early whether a completion is meant to come before the last day that was agreed on
     */
    record RecordStep(
            Step step,
            LocalDate on,
            @Nullable String reason,
            boolean early,
            @Nullable Job job) implements PlacementCommand {}

    /** What is said about the step of an entry. */
    sealed interface Answer extends PlacementCommand {

        /** Number of the entry. */
        int entry();
    }

    /** It was so. */
    record Confirm(int entry) implements Answer {}

    /** It was not so. */
    record Dispute(int entry, String reason) implements Answer {}

    /** It was recorded in error. */
    record VoidStep(int entry, String reason) implements Answer {}
}
