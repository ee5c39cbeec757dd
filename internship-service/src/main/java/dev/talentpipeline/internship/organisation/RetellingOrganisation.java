package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells how an organisation is reached anew, above what a lost database told of it. */
record RetellingOrganisation(String topic, Organisations organisations, DeskEvents events, Clock clock)
        implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Organisation::version);
    }

    private Optional<Organisation> find(String key) {
        return Retelling.id(key).flatMap(organisations::ofDesk);
    }

    @Override
    public long retell(String key, long above) {
        Organisation locked = organisations.lock(find(key).orElseThrow().id()).orElseThrow();
        Organisation told = locked.toldAs(Retelling.above(locked.version(), above), clock.instant());
        organisations.save(told);
        events.changed(told);
        return told.version();
    }
}
