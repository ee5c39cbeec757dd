package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An internship as it is lived, and the job that may come of it. */
public record Placement(
        String id,
        @Nullable String programme,
        @Nullable String offer,
        @Nullable String student,
        @Nullable String internship,
        @Nullable String company,
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

        public boolean isAwaiting(String party) {
            return unsigned != null && unsigned.contains(party);
        }
    }

    /** A job that the company offers. */
    public record Job(
            @Nullable String title,
            @Nullable String startsOn,
            @Nullable Boolean matchesResearchTopic,
            @Nullable Instant offeredAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant declinedAt) {

        public boolean isOpen() {
            return acceptedAt == null && declinedAt == null;
        }
    }

    /** A step, or what is said about the step of another entry. */
    public record Entry(
            @Nullable Integer entry,
            @Nullable String event,
            @Nullable Integer about,
            @Nullable String state,
            @Nullable String on,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant at) {

        public boolean isWaiting() {
            return "RECORDED".equals(state);
        }
    }
}
