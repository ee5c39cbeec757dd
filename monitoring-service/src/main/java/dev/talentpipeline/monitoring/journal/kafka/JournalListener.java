package dev.talentpipeline.monitoring.journal.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Steps;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.GivingWay;
import dev.talentpipeline.monitoring.journal.Journal;
import dev.talentpipeline.monitoring.journal.Partition;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads all topics, many records at a time: an entry changes nothing but the journal, in which it is once, so that one that fails holds up nothing that matters to
 * the others. There is no record that it cannot take, so it has no dead letters.
 *
 * <p>Where it goes on is in the journal itself: one that came out of a backup, or is new, is filled from where it ends, whatever the broker thinks was read.
 */
@Component
final class JournalListener implements ConsumerSeekAware {

    /** All topics are counted together. */
    private static final String JOURNAL = "journal";

    /** Whoever looks for an event finds it seconds later on a machine that is full. */
    private static final GivingWay GIVING_WAY = new GivingWay(6, Duration.ofSeconds(6));

    /** Beyond that it is as important as what it watches. */
    private static final Duration GIVES_WAY_FOR = Duration.ofMinutes(1);

    private final EntryReader reader;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final EventCounters counters;
    private final JournalHealth health;
    private final Tracing tracing;
    private final Clock clock;
    /** It rests before the next records rather than after these, so that how far it has come is committed first. */
    private long restsUntilNanos = System.nanoTime();

    JournalListener(
            EventCodec codec,
            Journal journal,
            TransactionOperations transaction,
            EventCounters counters,
            JournalHealth health,
            Tracing tracing,
            Clock clock) {
        this.reader = new EntryReader(codec);
        this.journal = journal;
        this.transaction = transaction;
        this.counters = counters;
        counters.begin(List.of(JOURNAL));
        this.health = health;
        this.tracing = tracing;
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        if (journal.isEmpty()) {
            callback.seekToBeginning(assignments.keySet());
            return;
        }
        Map<Partition, Long> ends = journal.ends(
                assignments.keySet().stream().map(JournalListener::partition).toList());
        assignments.forEach((assigned, next) -> {
            Long end = ends.get(partition(assigned));
            if (end != null && end + 1 < next) {
                callback.seek(assigned.topic(), assigned.partition(), end + 1);
            }
        });
    }

    private static Partition partition(TopicPartition assigned) {
        return new Partition(assigned.topic(), assigned.partition());
    }

    @KafkaListener(
            id = "journal",
            idIsGroup = false,
            topics = "#{@journalTopics}",
            containerFactory = "journalListenerContainerFactory")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        if (!isLate(records)) {
            GivingWay.restUntil(restsUntilNanos);
        }
        long began = System.nanoTime();
        take(records);
        restsUntilNanos = GIVING_WAY.endsNanos(began);
    }

    private boolean isLate(List<ConsumerRecord<String, byte[]>> records) {
        long gaveWaySince = clock.instant().minus(GIVES_WAY_FOR).toEpochMilli();
        return records.stream().anyMatch(record -> record.timestamp() < gaveWaySince);
    }

    private void take(List<ConsumerRecord<String, byte[]>> records) {
        try (Steps steps = new Steps()) {
            records.forEach(record -> steps.begin(step(record)));
            try {
                keep(records);
            } catch (RuntimeException e) {
                steps.failed(e);
                throw e;
            }
        }
    }

    private void keep(List<ConsumerRecord<String, byte[]>> records) {
        List<Entry> entries = records.stream().map(reader::read).toList();
        int kept = transaction.execute(status -> journal.keep(entries));
        health.moving();
        counters.applied(JOURNAL, kept);
        counters.duplicate(JOURNAL, entries.size() - kept);
    }

    /** Each record is a step of the trace that its event belongs to, and they are kept together. */
    private Step step(ConsumerRecord<?, ?> record) {
        return tracing.process(record.topic(), EventHeaders.traceparent(record.headers()))
                .event(EventHeaders.id(record.headers()));
    }
}
