package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells a programme anew, above what a lost database told of it. */
record RetellingProgramme(String topic, Programmes programmes, ProgrammeEvents events, Clock clock)
        implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Programme::version);
    }

    private Optional<Programme> find(String key) {
        return programmes.find(key);
    }

    @Override
    public long retell(String key, long above) {
        Programme locked = programmes.lock(key).orElseThrow();
        Programme told = locked.toldAs(Retelling.above(locked.version(), above), clock.instant());
        programmes.save(told);
        events.changed(told);
        return told.version();
    }
}
