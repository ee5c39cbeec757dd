package dev.talentpipeline.monitoring.journal;

/** A part of a topic, in which records have an order. */
public record Partition(String topic, int number) {}
