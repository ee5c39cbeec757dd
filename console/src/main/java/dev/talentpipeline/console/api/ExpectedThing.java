package dev.talentpipeline.console.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that waits for what a rule says must follow. */
public record ExpectedThing(
        String id,
        String kind,
        @Nullable String programme,
        @Nullable Long version,
        Instant since,
        Instant dueFrom) {}
