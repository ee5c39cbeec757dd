package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.kafka.TakingTogether;
import dev.talentpipeline.kit.kafka.TakingTogether.Taken;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
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
    private final TakingTogether together;

    ReadingNews(EventCodec codec, EventCounters counters, TransactionOperations transaction, TakingTogether together) {
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
        this.together = together;
    }

    /**
     * An event that was read.
     *
     * @param traceparent of the step by which what it brings about goes on; null: of what the thread is doing
     */
    record Read<T>(T event, @Nullable String traceparent) {}

    /**
     * Takes a record.
     *
     * @param telling tells of the event, within a transaction, and says whether it was news
     */
    <T extends SpecificRecord> void read(ConsumerRecord<String, byte[]> record, Topic<T> topic, Predicate<T> telling) {
        count(record, record.value() != null && isNews(codec.decode(topic, record.value()), telling));
    }

    /**
     * Takes a record, and with it what came in the same poll.
     *
     * @param telling tells of all the events, within one transaction, and says of each whether it was news
     */
    <T extends SpecificRecord> void readTogether(
            ConsumerRecord<String, byte[]> record, Topic<T> topic, Function<List<Read<T>>, List<Boolean>> telling) {
        count(record, record.value() != null && together.isNews(record, taken -> areNews(taken, topic, telling)));
    }

    private void count(ConsumerRecord<String, byte[]> record, boolean news) {
        if (news) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private <T> boolean isNews(T event, Predicate<T> telling) {
        return transaction.execute(status -> telling.test(event));
    }

    private <T extends SpecificRecord> List<Boolean> areNews(
            List<Taken> taken, Topic<T> topic, Function<List<Read<T>>, List<Boolean>> telling) {
        List<Read<T>> events = taken.stream()
                .filter(ReadingNews::isEvent)
                .map(each -> new Read<>(codec.decode(topic, each.record().value()), each.traceparent()))
                .toList();
        Iterator<Boolean> news = Objects.requireNonNull(transaction.execute(status -> telling.apply(events)))
                .iterator();
        return taken.stream().map(each -> isEvent(each) && news.next()).toList();
    }

    private static boolean isEvent(Taken taken) {
        return taken.record().value() != null;
    }
}
