package dev.talentpipeline.internship.owndata.kafka;

import dev.talentpipeline.events.Erasure;
import dev.talentpipeline.internship.origin.Origin;
import dev.talentpipeline.internship.owndata.ErasingPerson;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.kit.tracing.TraceContexts;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Reads the topic {@code erasures} from its beginning at every start. This service wrote it; but where its tables come out of a backup from
 * before an erasure, they hold a person whom the topic says to be erased.
 */
@Component
final class ErasureListener implements ConsumerSeekAware {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureListener.class);
    private static final String TOPIC = "erasures";

    private final EventCodec codec;
    private final ErasingPerson erasing;
    private final EventCounters counters;

    ErasureListener(EventCodec codec, ErasingPerson erasing, EventCounters counters) {
        this.codec = codec;
        this.erasing = erasing;
        this.counters = counters;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        callback.seekToBeginning(assignments.keySet());
    }

    @KafkaListener(
            id = "erasures",
            idIsGroup = false,
            topics = TOPIC,
            concurrency = "1",
            containerFactory = "eventListenerContainerFactory")
    void erased(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            throw new UnappliableEventException("An erasure is never taken back.");
        }
        Erasure erasure = codec.decode(Topics.ERASURES, value);
        UUID person = Violations.id(erasure.getPersonId());
        if (person == null) {
            throw new UnappliableEventException("personId (%s) must be a UUID.".formatted(erasure.getPersonId()));
        }
        EventHeaders headers = EventHeaders.readFrom(record.headers());
        Origin origin = new Origin(
                Objects.requireNonNullElse(headers.correlationId(), headers.id()),
                headers.id(),
                TraceContexts.current());
        if (origin.of(() -> erasing.eraseAgain(person, erasure.getErasedAt()))) {
            LOG.warn("What was erased as {} was here again, maybe out of a backup, and is erased again", person);
            counters.applied(TOPIC);
        } else {
            counters.duplicate(TOPIC);
        }
    }
}
