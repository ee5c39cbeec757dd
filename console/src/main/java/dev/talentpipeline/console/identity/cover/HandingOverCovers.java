package dev.talentpipeline.console.identity.cover;

import dev.talentpipeline.console.identity.Identity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

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
        List<Cover> ofSuccessor = covers.pending(successor, today);
        for (Cover found : covers.pending(leaving, today)) {
            Cover cover = covers.lock(found.id());
            if (cover == null || !cover.isPending(today)) {
                continue;
            }
            Cover passedOn = cover.takenOverBy(successor);
            // Nobody covers themselves, or anybody twice.
            boolean passesOn = cover.deputy().equals(leaving)
                    && !cover.account().equals(successor)
                    && ofSuccessor.stream().noneMatch(passedOn::isSameAs);
            covers.change(passesOn ? passedOn : cover.ended(caller.subject()));
        }
    }
}
