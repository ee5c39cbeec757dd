package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.PlacementOffer;
import org.jspecify.annotations.Nullable;

/** What the market has to say, each kind to its own topic. */
sealed interface Outgoing {

    record Proposal(PlacementOffer event) implements Outgoing {}

    record Cleared(ClearingReport event) implements Outgoing {}

    /** A cutoff that changed; null: its internship was erased. */
    record CutoffChanged(@Nullable Cutoff event) implements Outgoing {}

    /** A record that could not be read or applied, as it came. */
    final class DeadLetter implements Outgoing {

        private final String topic;
        private final int partition;
        private final byte @Nullable [] value;

        DeadLetter(String topic, int partition, byte @Nullable [] value) {
            this.topic = topic;
            this.partition = partition;
            this.value = value;
        }

        /** The dead-letter topic. */
        String topic() {
            return topic;
        }

        /** The partition that the record came from, and goes to. */
        int partition() {
            return partition;
        }

        byte @Nullable [] value() {
            return value;
        }
    }
}
