package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A student and a company that may meet before they are matched, as the student sees it. */
public record Meeting(
        String id,
        @Nullable String internship,
        @Nullable String company,
        @Nullable String origin,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String message,
        @Nullable Instant respondBy,
        @Nullable Instant createdAt,
        @Nullable List<Interview> interviews) {

    /** A talk at a time that one side proposes and the other confirms. */
    public record Interview(
            String id,
            @Nullable String state,
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String link,
            @Nullable String proposedBy,
            @Nullable String result) {}

    public boolean isInvitation() {
        return "INVITED".equals(state);
    }

    public boolean isOpen() {
        return "OPEN".equals(state);
    }
}
