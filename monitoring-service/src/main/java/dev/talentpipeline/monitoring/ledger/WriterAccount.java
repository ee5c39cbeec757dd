package dev.talentpipeline.monitoring.ledger;

import java.util.List;

/**
 * What a writer says that it has written into a partition.
 *
 * @param next the offset after the last of it
 * @param from the offset at which it began to keep account
 * @param records how many it has written since
 * @param tail the latest of them, one by one; empty: it does not list any
 */
public record WriterAccount(
        String writer, String topic, int partition, long next, long from, long records, List<Written> tail) {

    public WriterAccount {
        tail = List.copyOf(tail);
    }

    /** One that was written. */
    public record Written(long offset, String key, long version) {}
}
