package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a student and a company meet before they are matched.
 *
 * @param possible what the caller can decide about it now
 */
public record Meeting(
        String id,
        @Nullable String programme,
        @Nullable String student,
        @Nullable String internship,
        @Nullable String company,
        @Nullable String origin,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String message,
        @Nullable Instant respondBy,
        @Nullable Instant createdAt,
        @Nullable List<Interview> interviews,
        @Nullable List<Entry> history,
        @Nullable List<String> possible) {

    /**
     * A talk at a time that one side proposes and the other confirms.
     *
     * @param possible what the caller can decide about it now
     */
    public record Interview(
            String id,
            @Nullable String state,
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String link,
            @Nullable String proposedBy,
            @Nullable String reason,
            @Nullable String result,
            @Nullable List<String> possible) {

        public boolean can(String decision) {
            return possible != null && possible.contains(decision);
        }
    }

    /** What happened. */
    public record Entry(
            String what,
            Instant at,
            @Nullable String by,
            @Nullable String interview,
            @Nullable String reason) {}

    public boolean can(String decision) {
        return possible != null && possible.contains(decision);
    }

    public boolean isInvitation() {
        return "INVITED".equals(state);
    }

    public List<Interview> times() {
        return Objects.requireNonNullElse(interviews, List.of());
    }
}
