package dev.talentpipeline.matching.topology;

import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.ProgrammeStreamPartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 *   internships ─────┼──▶ (one task  ──┼──▶ cutoffs
 *   offers ──────────┘  per partition) └──▶ …-matching-service-dlt
 * </pre>
 *
 * All topics are partitioned by programme, so all that concerns one programme meets in one task without a repartition. Records come in
 * as bytes and are read by the market itself: so what cannot be read is set aside like what cannot be applied, in the same transaction.
 */
final class MatchingTopology {

    private MatchingTopology() {}

    static void build(StreamsBuilder streams, Wire wire, ProcessorSupplier<String, byte[], String, Outgoing> market) {
        KStream<String, Outgoing> decisions = streams.stream(
                        ConsumerGroup.MATCHING_SERVICE.topics().stream()
                                .map(Topic::name)
                                .toList(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray())
                                // Nothing here depends on event time, and a broken timestamp must not stop a partition.
                                .withTimestampExtractor(new WallclockTimestampExtractor())
                                .withName("inputs"))
                .process(market, Named.as("market"));
        send(decisions, Outgoing.Proposal.class, Outgoing.Proposal::event, Topics.PLACEMENT_OFFERS, wire);
        send(decisions, Outgoing.Cleared.class, Outgoing.Cleared::event, Topics.CLEARINGS, wire);
        send(decisions, Outgoing.CutoffChanged.class, Outgoing.CutoffChanged::event, Topics.CUTOFFS, wire);
        sendDeadLetters(decisions);
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

    private static void sendDeadLetters(KStream<String, Outgoing> decisions) {
        Serde<Outgoing.DeadLetter> asItCame = Serdes.serdeFrom((name, letter) -> letter.value(), (name, bytes) -> {
            throw new UnsupportedOperationException("Dead letters are not read here.");
        });
        decisions
                .filter((key, decision) -> decision instanceof Outgoing.DeadLetter)
                .mapValues(Outgoing.DeadLetter.class::cast)
                .to(
                        (key, letter, context) -> letter.topic(),
                        Produced.with(Serdes.String(), asItCame)
                                .withStreamPartitioner(
                                        (topic, key, letter, partitions) -> Optional.of(Set.of(letter.partition())))
                                .withName("dead-letters-sink"));
    }
}
