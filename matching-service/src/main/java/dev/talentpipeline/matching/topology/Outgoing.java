package dev.talentpipeline.matching.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.SentAgain;
import org.jspecify.annotations.Nullable;

/** What the market has to say, each kind to its own topic. */
sealed interface Outgoing {

    record Proposal(PlacementOffer event) implements Outgoing {}

    record Cleared(ClearingReport event) implements Outgoing {}

    /** A cutoff that changed; null: its internship was erased. */
    record CutoffChanged(@Nullable Cutoff event) implements Outgoing {}

    /** What is said about a record that came: it goes to the partition from which that came. */
    sealed interface Answer extends Outgoing {

        String topic();

        int partition();

        byte @Nullable [] value();
    }

    /** A record that could not be read or applied, as it came. */
    final class DeadLetter implements Answer {

        private final String topic;
        private final int partition;
        private final byte @Nullable [] value;

        DeadLetter(String topic, int partition, byte @Nullable [] value) {
            this.topic = topic;
            this.partition = partition;
            this.value = value;
        }

        /** The dead-letter topic. */
        @Override
        public String topic() {
            return topic;
        }

        @Override
        public int partition() {
            return partition;
        }

        @Override
        public byte @Nullable [] value() {
            return value;
        }
    }

    /** What became of a record that was sent again; the headers say of which. */
    record Redriven(int partition, SentAgain.Outcome outcome) implements Answer {

        @Override
        public String topic() {
            return ConsumerGroup.MATCHING_SERVICE.redriven();
        }

        @Override
        public byte[] value() {
            return outcome.name().getBytes(UTF_8);
        }
    }
}
