package dev.talentpipeline.console.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The report of one matching round. */
public record Clearing(
        @Nullable Long clearing,
        @Nullable Instant startedAt,
        @Nullable Long durationMs,
        @Nullable Integer students,
        @Nullable Integer internships,
        @Nullable Integer freeSeats,
        @Nullable Integer proposals,
        @Nullable Integer unmatched,
        @Nullable Integer blockingPairs) {}
