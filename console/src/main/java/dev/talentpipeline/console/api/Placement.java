package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An internship that comes of an offer, from its agreement to its end, and the job that may come of it.
 *
 * @param possible what the caller can do about it now
 */
public record Placement(
        String id,
        @Nullable String programme,
        @Nullable String offer,
        @Nullable String student,
        @Nullable String internship,
        @Nullable String university,
        @Nullable String company,
        @Nullable String state,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String startedOn,
        @Nullable String endedOn,
        @Nullable Signing agreement,
        @Nullable Signing employment,
        @Nullable Job job,
        @Nullable List<Entry> entries,
        @Nullable List<String> possible) {

    /**
     * How far an agreement is signed.
     *
     * @param possible what the caller can do with it now
     */
    public record Signing(
            @Nullable Integer revision,
            @Nullable List<String> signedBy,
            @Nullable List<String> unsigned,
            @Nullable List<String> possible) {

        public boolean can(String act) {
            return possible != null && possible.contains(act);
        }

        public boolean isAwaited(String party) {
            return unsigned != null && unsigned.contains(party);
        }
    }

    /** The job that the company offers after it. */
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
     * @param possible what the caller can say about it now
     */
    public record Entry(
            @Nullable Integer entry,
            String event,
            @Nullable Integer about,
            @Nullable String state,
            @Nullable String on,
            @Nullable String reason,
            @Nullable String title,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable List<String> possible) {

        public boolean isWaiting() {
            return "RECORDED".equals(state);
        }

        public boolean can(String said) {
            return possible != null && possible.contains(said);
        }
    }

    public boolean can(String act) {
        return possible != null && possible.contains(act);
    }

    public List<Entry> steps() {
        return Objects.requireNonNullElse(entries, List.of());
    }
}
