package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.TellingPeople;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tells a student's university when something urgent does not reach the student, once for each notice. The caller opens the transaction. */
public final class TellingCounsellors {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int MOST_AT_ONCE = 100;

    private final Undelivered undelivered;
    private final Notices notices;
    private final TellingPeople people;
    private final Clock clock;

    TellingCounsellors(Undelivered undelivered, Notices notices, TellingPeople people, Clock clock) {
        this.undelivered = undelivered;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
    }

    /** What does not arrive; not all of many. */
    public List<UUID> undelivered() {
        return undelivered.find(clock.instant().minus(PATIENCE), MOST_AT_ONCE);
    }

    public void tellOf(UUID notice) {
        if (undelivered.noteTold(notice)) {
            notices.released(List.of(notice)).forEach(released -> people.notReached(released.notice()));
        }
    }
}
