package dev.talentpipeline.console.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recruitment programme. */
public record Programme(
        String id,
        @Nullable String name,
        @Nullable String mode,
        @Nullable String state,
        @Nullable Instant closesAt,
        @Nullable String endorsement,
        @Nullable String openingApproval,
        @Nullable String consentBy) {

    public String title() {
        return name == null ? id : name;
    }
}
