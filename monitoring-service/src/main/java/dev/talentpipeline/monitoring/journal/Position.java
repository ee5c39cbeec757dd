package dev.talentpipeline.monitoring.journal;

/** Where a record stands at the broker: there is nothing else there, ever. */
public record Position(String topic, int partition, long offset) {}
