package dev.talentpipeline.internship.student;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes somebody who has somewhere else to go out of every programme: open offers are rescinded, accepted ones stay. */
public final class WithdrawingPerson {

    private final Students students;
    private final OffersOfStudent offers;
    private final StudentEvents events;
    private final Clock clock;

    WithdrawingPerson(Students students, OffersOfStudent offers, StudentEvents events, Clock clock) {
        this.students = students;
        this.offers = offers;
        this.events = events;
        this.clock = clock;
    }

    /** Withdraws the locked person everywhere, within the running transaction. */
    public void everywhere(UUID person) {
        Instant now = clock.instant();
        List<Student> withdrawn = students.ofPerson(person).stream()
                .filter(student -> student.state() != StudentState.WITHDRAWN)
                .map(student -> student.changed(StudentState.WITHDRAWN, student.profile(), now))
                .toList();
        withdrawn.forEach(student -> {
            students.save(student);
            events.changed(student);
        });
        offers.studentsWithdrew(withdrawn);
    }
}
