package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells a student anew, above what a lost database told of them. */
record RetellingStudent(String topic, Students students, People people, StudentEvents events, Clock clock)
        implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Student::version);
    }

    private Optional<Student> find(String key) {
        return Retelling.id(key).flatMap(students::find);
    }

    @Override
    public long retell(String key, long above) {
        people.lock(find(key).orElseThrow().person().id());
        Student locked = find(key).orElseThrow();
        Student told = locked.toldAs(Retelling.above(locked.version(), above), clock.instant());
        students.save(told);
        events.changed(told);
        return told.version();
    }
}
