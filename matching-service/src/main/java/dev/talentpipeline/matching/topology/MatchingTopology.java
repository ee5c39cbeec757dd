package dev.talentpipeline.matching.topology;

import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.ProgrammeStreamPartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the matching service:
 *
 * <pre>
 *   programmes ──────┐                 ┌──▶ placement-offers
 *   student-profiles ┤     market      ├──▶ clearings
 *   internships ─────┤    (one task    ├──▶ cutoffs
 *   offers ──────────┼──▶ per       ──┼──▶ …-matching-service-dlt
 *   …-redrive ───────┘    partition)   └──▶ …-redriven
 * </pre>
 *
 * All topics are partitioned by programme, so all that concerns one programme meets in one task without a repartition. Records come in
 * as bytes and are read by the market itself: so what cannot be read is set aside like what cannot be applied, in the same transaction. What is sent again comes from one more topic
 * and says of which it is.
 */
final class MatchingTopology {

    private MatchingTopology() {}

    static void build(StreamsBuilder streams, Wire wire, ProcessorSupplier<String, byte[], String, Outgoing> market) {
        KStream<String, Outgoing> decisions = streams.stream(
                        inputs(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray())
                                // Nothing here depends on event time, and a broken timestamp must not stop a partition.
                                .withTimestampExtractor(new WallclockTimestampExtractor())
                                .withName("inputs"))
                .process(market, Named.as("market"));
        send(decisions, Outgoing.Proposal.class, Outgoing.Proposal::event, Topics.PLACEMENT_OFFERS, wire);
        send(decisions, Outgoing.Cleared.class, Outgoing.Cleared::event, Topics.CLEARINGS, wire);
        send(decisions, Outgoing.CutoffChanged.class, Outgoing.CutoffChanged::event, Topics.CUTOFFS, wire);
        sendByPartition(decisions, Outgoing.DeadLetter.class, "dead-letters-sink");
        sendByPartition(decisions, Outgoing.Redriven.class, "redriven-sink");
    }

    private static List<String> inputs() {
        return Stream.concat(
                        ConsumerGroup.MATCHING_SERVICE.topics().stream().map(Topic::name),
                        Stream.of(ConsumerGroup.MATCHING_SERVICE.redrive()))
                .toList();
    }

    private static <O extends Outgoing, T extends SpecificRecord> void send(
            KStream<String, Outgoing> decisions,
            Class<O> kind,
            Function<O, @Nullable T> event,
            Topic<T> topic,
            Wire wire) {
        decisions
                .filter((key, decision) -> kind.isInstance(decision))
                .mapValues(decision -> event.apply(kind.cast(decision)))
                .to(
                        topic.name(),
                        Produced.with(Serdes.String(), writing(wire, topic))
                                .withStreamPartitioner(new ProgrammeStreamPartitioner<T>())
                                .withName(topic.name() + "-sink"));
    }

    private static <T extends SpecificRecord> Serde<T> writing(Wire wire, Topic<T> topic) {
        return Serdes.serdeFrom(
                (name, event) -> event == null ? null : wire.encode(event),
                (name, bytes) -> bytes == null ? null : wire.decode(topic, bytes));
    }

    private static <O extends Outgoing.Answer> void sendByPartition(
            KStream<String, Outgoing> decisions, Class<O> kind, String sink) {
        Serde<O> asItCame = Serdes.serdeFrom((name, answer) -> answer.value(), (name, bytes) -> {
            throw new UnsupportedOperationException("Answers are not read here.");
        });
        decisions
                .filter((key, decision) -> kind.isInstance(decision))
                .mapValues(kind::cast)
                .to(
                        (key, answer, context) -> answer.topic(),
                        Produced.with(Serdes.String(), asItCame)
                                .withStreamPartitioner(
                                        (topic, key, answer, partitions) -> Optional.of(Set.of(answer.partition())))
                                .withName(sink));
    }
}
