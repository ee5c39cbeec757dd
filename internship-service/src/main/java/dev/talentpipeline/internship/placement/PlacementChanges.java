package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.placement.PlacementEvent.EntryAdded;
import java.time.Instant;

/** Carries events out on a locked placement: each is a new version, kept and told. */
final class PlacementChanges {

    private final Placements placements;
    private final PlacementEvents events;

    PlacementChanges(Placements placements, PlacementEvents events) {
        this.placements = placements;
        this.events = events;
    }

    void begin(Placement placement) {
        placements.add(placement);
        events.changed(placement);
    }

    Placement apply(Placement locked, PlacementEvent event, Instant now) {
        Placement changed = PlacementEvent.evolve(locked, event, now);
        if (event instanceof EntryAdded(Entry entry)) {
            placements.add(changed.id(), entry);
        }
        placements.save(changed);
        events.changed(changed);
        return changed;
    }

    Placement enter(Placement locked, Entry.Content content, Actor by, Instant now) {
        return apply(locked, new EntryAdded(new Entry(locked.entries().next(), content, by, now)), now);
    }
}
