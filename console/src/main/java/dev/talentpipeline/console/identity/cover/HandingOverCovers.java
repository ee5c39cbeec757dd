package dev.talentpipeline.console.identity.cover;

import dev.talentpipeline.console.identity.Identity;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What becomes of covers when an account is handed over: whom it covers, its successor covers from now on, and nobody acts for
 * it any more. Part of the transaction that hands over, whose entry in the trail stands for all of it.
 */
public final class HandingOverCovers {

    private final Covers covers;
    private final Clock clock;

    public HandingOverCovers(Covers covers, Clock clock) {
        this.covers = covers;
        this.clock = clock;
    }

    public void handOver(String leaving, String successor, Identity caller) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Cover.CALENDAR);
        for (Cover cover : covers.pending(leaving, today)) {
            // Nobody covers themselves.
            boolean passesOn =
                    cover.deputy().equals(leaving) && !cover.account().equals(successor);
            covers.change(passesOn ? cover.takenOverBy(successor) : cover.ended(caller.subject()));
        }
    }
}
