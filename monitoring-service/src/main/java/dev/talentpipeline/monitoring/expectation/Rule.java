package dev.talentpipeline.monitoring.expectation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must follow what, and within how long.
 *
 * @param name by which it is called, in small letters and hyphens
 * @param words what must be, as operations reads it
 * @param begins which event begins it; it is about what this event is about
 * @param counts from when its time counts
 * @param latest whether a newer beginning begins it anew; otherwise it goes on from the first
 * @param given what must have been there for the same thing; null: nothing
 * @param follows what must follow
 * @param ends what else ends it, since nothing is to be expected any more
 * @param under the condition under which it holds
 * @param within how long it may take, if operations says nothing else
 */
public record Rule(
        String name,
        Words words,
        Sign begins,
        Counts counts,
        boolean latest,
        @Nullable Sign given,
        Follows follows,
        List<Sign> ends,
        Under under,
        Duration within) {

    public Rule {
        ends = List.copyOf(ends);
    }

    /** The same sentence in both languages. */
    public record Words(String zh, String en) {}

    /** From when a rule's time counts. */
    public enum Counts {
        /** From when the event was written. */
        WRITTEN(null),
        /** From the deadline that an offer names. */
        DEADLINE("respondBy"),
        /** From the day on which an internship begins. */
        START("startsOn"),
        /** From the day on which an internship ends. */
        END("endsOn");

        private final @Nullable String field;

        Counts(@Nullable String field) {
            this.field = field;
        }

        /** The field of the event that says it; null: the time at which it was written. */
        public @Nullable String field() {
            return field;
        }
    }

    /** When a rule holds. */
    public enum Under {
        /** Always. */
        ALWAYS,
        /** While the programme clears whenever something changed: it runs or is held, matches continuously, and is open. Its own pause between clearings comes on top. */
        CLEARING
    }

    /** What must follow. */
    public sealed interface Follows {

        /** An event about the same. */
        record Event(Sign sign) implements Follows {}

        /** A clearing of the programme that had read what began it. */
        record Clearing() implements Follows {}

        /** A reader's coming past it. */
        record Reading(String group) implements Follows {}
    }

    /** Every event that ends it. */
    public List<Sign> endedBy() {
        List<Sign> all = new ArrayList<>(ends);
        if (follows instanceof Follows.Event(Sign sign)) {
            all.add(sign);
        }
        return List.copyOf(all);
    }
}
