package dev.talentpipeline.monitoring.ledger;

import java.util.List;

/**
 * What a reader says that it has made of a partition.
 *
 * @param committed the next offset that it will read
 * @param from the offset at which it began to keep account
 * @param tail what became of the latest, one by one
 */
public record ReaderAccount(
        String reader, String topic, int partition, long committed, long from, Counts counts, List<Read> tail) {

    public ReaderAccount {
        tail = List.copyOf(tail);
    }

    /** How many it read since, by what became of them. */
    public record Counts(long records, long applied, long duplicate, long dead) {}

    /** One that was read; whether it changed something. */
    public record Read(long offset, boolean applied) {}
}
