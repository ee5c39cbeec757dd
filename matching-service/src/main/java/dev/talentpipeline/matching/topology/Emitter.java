package dev.talentpipeline.matching.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.springframework.kafka.support.KafkaHeaders;

/** Sends what the market decides on its way, with the headers of an event. */
final class Emitter {

    private final ProcessorContext<String, Outgoing> context;
    private final Tracing tracing;

    Emitter(ProcessorContext<String, Outgoing> context, Tracing tracing) {
        this.context = context;
        this.tracing = tracing;
    }

    /** Sends a proposal, for the first time or again; its id stays the same. */
    void proposal(PlacementOffer proposal, Cause cause) {
        String key = Topic.key(proposal.getProgrammeId(), proposal.getStudentId());
        send(Topics.PLACEMENT_OFFERS, key, new Outgoing.Proposal(proposal), proposal.getOfferId(), cause);
    }

    void report(ClearingReport report, Cause cause) {
        String id = report.getProgrammeId() + "/" + report.getClearing();
        send(Topics.CLEARINGS, report.getProgrammeId(), new Outgoing.Cleared(report), id, cause);
    }

    void cutoff(Cutoff cutoff, Cause cause) {
        String key = Topic.key(cutoff.getProgrammeId(), cutoff.getInternshipId());
        send(Topics.CUTOFFS, key, new Outgoing.CutoffChanged(cutoff), key + "/" + cutoff.getVersion(), cause);
    }

    void erasedCutoff(String key) {
        context.forward(new Record<>(key, new Outgoing.CutoffChanged(null), now().toEpochMilli()));
    }

    private void send(Topic<?> topic, String key, Outgoing decision, String id, Cause cause) {
        Headers headers = new RecordHeaders();
        try (Step step = tracing.send(topic.name(), cause.traceparent()).event(id)) {
            new EventHeaders(
                            id,
                            topic.type().getName(),
                            ConsumerGroup.MATCHING_SERVICE.id(),
                            now(),
                            key,
                            cause.correlationId(),
                            cause.eventId(),
                            step.traceparent())
                    .writeTo(headers);
        }
        context.forward(new Record<>(key, decision, now().toEpochMilli(), headers));
    }

    /** Sets a record aside as it came, with where it came from and why in the headers that every dead letter has. */
    void deadLetter(Record<String, byte[]> record, Place from, RuntimeException reason) {
        Headers headers = new RecordHeaders(record.headers());
        put(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, from.topic().name().getBytes(UTF_8));
        put(
                headers,
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(from.partition()).array());
        put(
                headers,
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(from.offset()).array());
        put(
                headers,
                KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP,
                ConsumerGroup.MATCHING_SERVICE.id().getBytes(UTF_8));
        put(
                headers,
                KafkaHeaders.DLT_EXCEPTION_FQCN,
                reason.getClass().getName().getBytes(UTF_8));
        put(
                headers,
                KafkaHeaders.DLT_EXCEPTION_MESSAGE,
                String.valueOf(reason.getMessage()).getBytes(UTF_8));
        var letter = new Outgoing.DeadLetter(
                from.topic().deadLetters(ConsumerGroup.MATCHING_SERVICE), from.partition(), record.value());
        context.forward(new Record<>(record.key(), letter, now().toEpochMilli(), headers));
    }

    /** Says what became of a record that was sent again. */
    void redriven(Record<String, byte[]> record, int partition, SentAgain said, SentAgain.Outcome outcome) {
        Headers headers = new RecordHeaders();
        said.answer(headers, outcome);
        context.forward(
                new Record<>(record.key(), new Outgoing.Redriven(partition, outcome), now().toEpochMilli(), headers));
    }

    private static void put(Headers headers, String name, byte[] value) {
        headers.remove(name);
        headers.add(name, value);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
