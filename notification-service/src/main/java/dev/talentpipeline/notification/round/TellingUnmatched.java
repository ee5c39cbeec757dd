package dev.talentpipeline.notification.round;

import dev.talentpipeline.notification.inbox.TellingPeople;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells students who took part in a round and have no place after it. What the matcher proposed becomes offers within moments, so a round counts as settled a
 * while later; until then nobody is told. The caller opens the transaction.
 */
public final class TellingUnmatched {

    /** What is read later than this, as by a new installation, is no news. */
    private static final Duration LATEST = Duration.ofDays(1);

    private static final int MOST_AT_ONCE = 500;

    private final Rounds rounds;
    private final TellingPeople people;
    private final Duration settling;
    private final Clock clock;

    TellingUnmatched(Rounds rounds, TellingPeople people, Duration settling, Clock clock) {
        this.rounds = rounds;
        this.people = people;
        this.settling = settling;
        this.clock = clock;
    }

    /** Returns whether this was news. */
    public boolean cleared(Round round) {
        Instant now = clock.instant();
        return !round.startedAt().plus(LATEST).isBefore(now) && rounds.cleared(round, now.plus(settling));
    }

    /**
     * Tells some of those who are to be told.
     *
     * @return whether there may be more
     */
    public boolean tellSome() {
        Optional<Round> settled = rounds.lockSettled(clock.instant());
        settled.ifPresent(round -> {
            List<String> unmatched = rounds.unmatched(round, MOST_AT_ONCE);
            unmatched.forEach(person -> people.unmatched(person, round.programmeId(), round.clearing()));
            if (unmatched.size() < MOST_AT_ONCE) {
                rounds.told(round);
            }
        });
        return settled.isPresent();
    }
}
