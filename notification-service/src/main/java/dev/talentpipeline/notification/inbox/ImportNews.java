package dev.talentpipeline.notification.inbox;

import java.util.Map;
import java.util.Optional;

/**
 * One version of an import, as its topic says it.
 *
 * @param failed whether its last commit was refused
 */
public record ImportNews(
        String programmeId,
        String importId,
        long version,
        ImportState state,
        boolean failed,
        String organisation,
        Rows rows) {

    /** How many rows there are. */
    public record Rows(int read, int fresh, int changed, int same, int bad) {

        Map<String, Integer> byName() {
            return Map.of("read", read, "fresh", fresh, "changed", changed, "same", same, "bad", bad);
        }
    }

    /**
     * Code of how it ended, or of why nothing of it can be entered; empty while it goes on as it should.
     *
     * @param before the state in which it was read last; a version that leaves it tells it anew after a restore, and says nothing new
     */
    public Optional<String> outcomeAfter(Optional<ImportState> before) {
        return before.equals(Optional.of(state)) ? Optional.empty() : outcome();
    }

    private Optional<String> outcome() {
        return switch (state) {
            case COMMITTED, REFUSED, EXPIRED -> Optional.of(state.name());
            case READY -> {
                if (failed) {
                    yield Optional.of("NOT_ENTERED");
                }
                yield rows.bad() > 0 ? Optional.of("BAD_ROWS") : Optional.empty();
            }
            // Whoever cancelled it knows.
            case UNKNOWN, READING, COMMITTING, CANCELLED -> Optional.empty();
        };
    }
}
