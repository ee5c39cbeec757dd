package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells a placement anew, above what a lost database told of it. */
record RetellingPlacement(String topic, Placements placements, People people, PlacementEvents events, Clock clock)
        implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Placement::version);
    }

    private Optional<Placement> find(String key) {
        return Retelling.id(key).flatMap(placements::find);
    }

    @Override
    public long retell(String key, long above) {
        people.lock(find(key).orElseThrow().person());
        Placement locked = Retelling.id(key).flatMap(placements::lock).orElseThrow();
        Placement told = locked.toldAs(Retelling.above(locked.version(), above), clock.instant());
        placements.save(told);
        events.changed(told);
        return told.version();
    }
}
