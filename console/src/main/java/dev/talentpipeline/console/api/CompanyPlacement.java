package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An internship that comes of an offer, from its agreement to its end. */
public record CompanyPlacement(
        String id,
        @Nullable String programme,
        @Nullable String offer,
        @Nullable String student,
        @Nullable String internship,
        @Nullable String university,
        @Nullable String state,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String startedOn,
        @Nullable String endedOn,
        @Nullable Signing agreement,
        @Nullable Signing employment,
        @Nullable Job job,
        @Nullable List<Entry> entries) {

    /** How far an agreement is signed. */
    public record Signing(
            @Nullable Integer revision,
            @Nullable List<String> signedBy,
            @Nullable List<String> unsigned) {

        public boolean isAwaited(String party) {
            return unsigned != null && unsigned.contains(party);
        }
    }

    /** The job that was offered after it. */
    public record Job(
            @Nullable Integer entry,
            @Nullable String title,
            @Nullable String startsOn,
            @Nullable Boolean matchesResearchTopic,
            @Nullable Instant offeredAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant declinedAt) {}

    /**
     * One entry of its record.
     *
     * @param about the entry that this one speaks of
     */
    public record Entry(
            int entry,
            String event,
            @Nullable Integer about,
            @Nullable String state,
            @Nullable String on,
            @Nullable String reason,
            @Nullable String title,
            @Nullable String by,
            @Nullable Instant at) {

        /** Whether it waits for somebody else than this party to confirm it. */
        public boolean isAwaitedOf(String party) {
            return "RECORDED".equals(state) && !party.equals(by) && !event.startsWith("JOB_");
        }
    }

    public List<Entry> steps() {
        return Objects.requireNonNullElse(entries, List.of());
    }
}
