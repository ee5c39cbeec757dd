package dev.talentpipeline.notification.contact.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads {@code erasures} from its beginning at every start. A tombstone on {@code contacts} is gone after some hours; here it is known for
 * ever who was erased, so that neither a long outage nor a restored backup keeps or brings back a person.
 */
@Component
final class ErasureListener implements ConsumerSeekAware {

    private final KeepingContacts contacts;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    ErasureListener(
            KeepingContacts contacts, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.contacts = contacts;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        callback.seekToBeginning(assignments.keySet());
    }

    @KafkaListener(
            id = "erasures",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).ERASURES.name()}",
            concurrency = "1",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            throw new UnappliableEventException("An erasure is never taken back.");
        }
        String person = codec.decode(Topics.ERASURES, value).getPersonId();
        boolean news = transaction.execute(status -> contacts.erased(person));
        if (news) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }
}
