package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would come of sending dead letters again, or what was begun. */
public record RedriveAnswer(@Nullable Plan plan, @Nullable Redrive redrive) {

    public record Plan(int found, int events, List<OfGroup> groups, List<Refused> refused) {}

    public record OfGroup(String group, int events, int dropped, int unreadable, int mail) {}

    public record Refused(String why, int events) {}

    public record Redrive(
            String id,
            String state,
            Instant createdAt,
            String by,
            @Nullable String onBehalfOf,
            String why,
            int perMinute,
            int events,
            List<Sent> states,
            @Nullable Instant stoppedAt,
            @Nullable String stoppedBy) {

        /** Whether something may still change by itself. */
        public boolean isMoving() {
            return "RUNNING".equals(state) || count("SENT") > 0;
        }

        public boolean isRunning() {
            return "RUNNING".equals(state);
        }

        /** Of how many the end is known. */
        public int over() {
            return events - count("QUEUED") - count("SENT");
        }

        /** How many their reader could not process this time either. */
        public int failedAgain() {
            return count("DEAD_AGAIN");
        }

        private int count(String sending) {
            return states.stream()
                    .filter(each -> each.sending().equals(sending))
                    .mapToInt(Sent::events)
                    .sum();
        }
    }

    public record Sent(String sending, int events) {}
}
