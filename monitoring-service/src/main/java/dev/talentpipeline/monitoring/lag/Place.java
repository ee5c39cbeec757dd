package dev.talentpipeline.monitoring.lag;

/** A partition as one reader reads it. */
public record Place(String group, String topic, int partition) {}
