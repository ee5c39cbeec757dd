package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads records of what people and systems are told about. Notices, messages to systems and version commit together. A tombstone leaves nothing to do: notices go
 * with the person's contact. Safe for use by several threads.
 */
@Component
final class ReadingNews {

    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    ReadingNews(EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    /**
     * Takes a record.
     *
     * @param telling tells of the event, within a transaction, and says whether it was news
     */
    <T extends SpecificRecord> void read(ConsumerRecord<String, byte[]> record, Topic<T> topic, Predicate<T> telling) {
        if (record.value() != null && isNews(codec.decode(topic, record.value()), telling)) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private <T> boolean isNews(T event, Predicate<T> telling) {
        return transaction.execute(status -> telling.test(event));
    }
}
