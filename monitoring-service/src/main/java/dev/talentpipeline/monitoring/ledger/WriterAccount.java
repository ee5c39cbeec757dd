package dev.talentpipeline.monitoring.ledger;

/**
 * What a writer says that it has written into a partition.
 *
 * @param next the offset after the last of it
 * @param from the offset at which it began to keep account
 * @param records how many it has written since
 */
public record WriterAccount(String writer, String topic, int partition, long next, long from, long records) {}
