package dev.talentpipeline.monitoring.journal;

/** The one thing that an event is about. */
public record Entity(EntityKind kind, String id) {}
