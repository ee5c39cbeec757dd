package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.market.Programme;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a programme clears. ROLLING programmes do so once something changed and their interval has passed since the last time; ROUND
 * programmes at each of their instants, once. Instants that pass while nobody can clear are made up for by one clearing; instants that
 * pass while the programme may not clear are gone.
 *
 * @param changedAt since when a change waits to be cleared; null: nothing does
 * @param clearedAt when the last clearing was; null: none since the start of this process
 * @param roundDone the last instant that was dealt with; null: none
 */
public record Schedule(
        @Nullable Instant changedAt,
        @Nullable Instant clearedAt,
        @Nullable Instant roundDone) {

    /** The instants of a ROUND programme that have come: the last of those not dealt with yet. */
    public Optional<Instant> roundDue(Programme programme, Instant now) {
        if (programme.mode() != Programme.Mode.ROUND) {
            return Optional.empty();
        }
        return programme.clearingAt().stream()
                .filter(instant -> isAhead(instant) && !instant.isAfter(now))
                .reduce((earlier, later) -> later);
    }

    private boolean isAhead(Instant instant) {
        return roundDone == null || instant.isAfter(roundDone);
    }

    /** Whether a ROLLING programme clears now. */
    public boolean rollingDue(Programme programme, Instant now) {
        return programme.clearsAt(now)
                && rollingAt(programme, now).filter(at -> !at.isAfter(now)).isPresent();
    }

    /** When the programme has to be looked at next; empty: not before something changes. */
    public Optional<Instant> next(Programme programme, Instant now) {
        return switch (programme.mode()) {
            case ROLLING -> rollingAt(programme, now);
            case ROUND -> programme.clearingAt().stream().filter(this::isAhead).findFirst();
        };
    }

    private Optional<Instant> rollingAt(Programme programme, Instant now) {
        if (programme.mode() != Programme.Mode.ROLLING || changedAt == null) {
            return Optional.empty();
        }
        Instant opensAt = programme.opensAt();
        if (opensAt != null && now.isBefore(opensAt)) {
            return Optional.of(opensAt);
        }
        if (!programme.clearsAt(now)) {
            return Optional.empty();
        }
        Instant rested = clearedAt == null ? changedAt : clearedAt.plus(programme.clearingInterval());
        return Optional.of(rested.isAfter(changedAt) ? rested : changedAt);
    }
}
