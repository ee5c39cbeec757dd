package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentEvents;
import dev.talentpipeline.internship.student.Students;
import java.time.Instant;

/**
 * Carries out what silence means for an offer whose deadline has passed, inside the transaction that holds its lock. A student who left an offer unanswered is out of the
 * market until somebody acts for them; an approval or endorsement that did not come is not the student's fault.
 */
final class ExpiringOffer {

    private final Students students;
    private final StudentEvents events;
    private final OfferChanges changes;

    ExpiringOffer(Students students, StudentEvents events, OfferChanges changes) {
        this.students = students;
        this.events = events;
        this.changes = changes;
    }

    /** The offer after its deadline, if that has passed; as it was if not. */
    Offer expire(Offer locked, Silence silence, Instant now) {
        Offer after = changes.applyIfPossible(locked, new OfferCommand.Expire(silence), Actor.SYSTEM, now)
                .orElse(locked);
        if (after.status() == OfferStatus.EXPIRED) {
            pause(students.find(locked.proposal().student()).orElseThrow(), now);
        }
        return after;
    }

    private void pause(Student student, Instant now) {
        Student paused = student.paused(now);
        if (paused.version() != student.version()) {
            students.save(paused);
            events.changed(paused);
        }
    }
}
