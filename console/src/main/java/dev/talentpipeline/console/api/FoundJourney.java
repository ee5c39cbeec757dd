package dev.talentpipeline.console.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that events with a sought id are about. */
public record FoundJourney(
        String id,
        String kind,
        @Nullable String programme,
        @Nullable String state,
        int events,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {}
