package dev.talentpipeline.internship.person;

import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells how a person is reached anew, above what a lost database told of them. */
record RetellingPerson(String topic, People people, ContactEvents events, Clock clock) implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Person::version);
    }

    private Optional<Person> find(String key) {
        return Retelling.id(key).flatMap(people::find);
    }

    @Override
    public long retell(String key, long above) {
        Person locked = Retelling.id(key).flatMap(people::lock).orElseThrow();
        Person told = locked.toldAs(Retelling.above(locked.version(), above), clock.instant());
        people.save(told);
        events.changed(told);
        return told.version();
    }
}
