package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a student and a company meet before they are matched. */
public record CompanyMeeting(
        String id,
        @Nullable String programme,
        @Nullable String student,
        @Nullable String internship,
        @Nullable String origin,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String message,
        @Nullable Instant respondBy,
        @Nullable Instant createdAt,
        @Nullable List<Interview> interviews,
        @Nullable List<Entry> history) {

    /** A time to talk. */
    public record Interview(
            String id,
            @Nullable String state,
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String link,
            @Nullable String proposedBy,
            @Nullable String reason,
            @Nullable String result) {}

    /** What happened. */
    public record Entry(
            String what,
            Instant at,
            @Nullable String by,
            @Nullable String interview,
            @Nullable String reason) {}

    /** What the student shows of themselves. */
    public record Dossier(
            @Nullable String name,
            @Nullable List<Link> links,
            @Nullable List<File> files) {

        public record Link(@Nullable String label, @Nullable String address) {}

        public record File(String kind) {}
    }

    public List<Interview> times() {
        return interviews == null ? List.of() : interviews;
    }
}
