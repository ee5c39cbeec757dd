package dev.talentpipeline.monitoring.ledger;

import dev.talentpipeline.kit.kafka.ReaderReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says that it has made of a partition.
 *
 * @param committed the next offset that it will read
 * @param from the offset at which it began to keep account
 * @param schema the fingerprint of the schema as which it reads; null: it does not say
 * @param delays how many were done with within each of {@link #DELAY_BOUNDS_MS} and no less; the last is of those that took longer; empty: it does not say
 * @param tail what became of the latest, one by one
 */
public record ReaderAccount(
        String reader,
        String topic,
        int partition,
        long committed,
        long from,
        Counts counts,
        @Nullable String schema,
        List<Long> delays,
        List<Read> tail) {

    public static final List<Long> DELAY_BOUNDS_MS = ReaderReport.DELAY_BOUNDS_MS;

    public ReaderAccount {
        delays = List.copyOf(delays);
        tail = List.copyOf(tail);
    }

    /** The offset after the last record that it says it has read; where it lists none, the next that it will read. Behind that, only ends of transactions stand. */
    public long read() {
        return tail.isEmpty() ? committed : Math.min(committed, tail.getLast().offset() + 1);
    }

    /** The same, of nothing from that offset on, up to which it has read. */
    ReaderAccount upTo(long offset) {
        return offset >= committed
                ? this
                : new ReaderAccount(reader, topic, partition, offset, from, counts, schema, delays, tail);
    }

    /** How many it read since, by what became of them. */
    public record Counts(long records, long applied, long duplicate, long dead) {}

    /**
     * One that was read, and what became of it.
     *
     * @param attempts how often the reader tried
     */
    public record Read(long offset, ReaderReport.Outcome outcome, int attempts) {

        public Read(long offset, ReaderReport.Outcome outcome) {
            this(offset, outcome, 1);
        }

        /** Whether it changed something. */
        public boolean applied() {
            return outcome == ReaderReport.Outcome.APPLIED;
        }
    }
}
