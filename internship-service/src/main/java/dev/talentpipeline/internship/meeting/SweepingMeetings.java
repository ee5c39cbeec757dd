package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.meeting.MeetingCommand.Expire;
import dev.talentpipeline.internship.meeting.MeetingCommand.Overtake;
import dev.talentpipeline.internship.meeting.MeetingDecision.Happened;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Brings about what time brings about: invitations expire, and meetings end whose programme was closed, whose student or internship left, or
 * whose company was suspended or is no member any more. One
 * transaction each; whoever is busy is left for the next sweep, so several instances may sweep at once.
 */
public final class SweepingMeetings {

    private final People people;
    private final Internships internships;
    private final Meetings meetings;
    private final MeetingChanges changes;
    private final Transactions transactions;
    private final Clock clock;

    SweepingMeetings(
            People people,
            Internships internships,
            Meetings meetings,
            MeetingChanges changes,
            Transactions transactions,
            Clock clock) {
        this.people = people;
        this.internships = internships;
        this.meetings = meetings;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once; says how many meetings changed. */
    public int sweep() {
        int changed = 0;
        for (Meeting meeting : meetings.due(clock.instant())) {
            changed += changes(meeting, () -> Optional.of(new Expire())) ? 1 : 0;
        }
        for (Meeting meeting : meetings.overtaken()) {
            // What was found may have changed until the locks were taken.
            changed += changes(meeting, () -> meetings.overtaken(meeting.id()).map(Overtake::new)) ? 1 : 0;
        }
        return changed;
    }

    private boolean changes(Meeting found, Supplier<Optional<? extends MeetingCommand>> command) {
        return transactions.within(() -> {
            if (!people.lockUnlessBusy(found.person())) {
                return false;
            }
            UUID internship = found.internship();
            if (internship != null) {
                internships.lock(internship);
            }
            Meeting locked = meetings.lock(found.id()).orElseThrow();
            return command.get()
                    .filter(wanted -> changes.apply(locked, wanted, null, MeetingChanges.SYSTEM, clock.instant())
                            instanceof Happened)
                    .isPresent();
        });
    }
}
