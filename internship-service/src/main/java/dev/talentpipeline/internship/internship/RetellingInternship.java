package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells an internship anew, above what a lost database told of it. */
record RetellingInternship(String topic, Internships internships, InternshipEvents events, Clock clock)
        implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Internship::version);
    }

    private Optional<Internship> find(String key) {
        return Retelling.id(key).flatMap(internships::find);
    }

    @Override
    public long retell(String key, long above) {
        Internship locked = Retelling.id(key).flatMap(internships::lock).orElseThrow();
        Internship told = locked.toldAs(Retelling.above(locked.version(), above), clock.instant());
        internships.save(told);
        events.changed(told);
        return told.version();
    }
}
