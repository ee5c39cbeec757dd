package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentEvents;
import dev.talentpipeline.internship.student.Students;
import java.time.Instant;

/**
 * Ends an offer whose deadline has passed, inside the transaction that holds its lock. A student who left an offer unanswered is out of the
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

    /** Ends the offer if it is due; says whether it was. */
    boolean expire(Offer locked, Instant now) {
        boolean awaitedStudent = locked.status() == OfferStatus.EXTENDED || locked.status() == OfferStatus.KEPT;
        if (!changes.applyIfPossible(locked, new OfferCommand.Expire(), Actor.SYSTEM, now)) {
            return false;
        }
        if (awaitedStudent) {
            pause(students.find(locked.proposal().student()).orElseThrow(), now);
        }
        return true;
    }

    private void pause(Student student, Instant now) {
        Student paused = student.paused(now);
        if (paused.version() != student.version()) {
            students.save(paused);
            events.changed(paused);
        }
    }
}
