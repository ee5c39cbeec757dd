package dev.talentpipeline.internship.imports;

import java.time.Clock;
import java.time.Instant;

/** Keeps each version of an import and tells it, so that none is kept untold. The caller opens the transaction. */
final class ImportChanges {

    private final Imports imports;
    private final ImportEvents events;
    private final Clock clock;

    ImportChanges(Imports imports, ImportEvents events, Clock clock) {
        this.imports = imports;
        this.events = events;
        this.clock = clock;
    }

    void add(Import added) {
        imports.add(added);
        events.changed(added, added.createdAt());
    }

    /** Keeps the new version of a locked one. */
    void save(Import changed) {
        Instant now = clock.instant();
        imports.save(changed, now);
        events.changed(changed, now);
    }
}
