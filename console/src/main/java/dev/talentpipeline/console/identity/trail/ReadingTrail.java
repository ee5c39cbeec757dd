package dev.talentpipeline.console.identity.trail;

import dev.talentpipeline.console.identity.Administration;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import org.jspecify.annotations.Nullable;

/** Administrators read what was done in their organisation, operations what was done anywhere. */
public final class ReadingTrail {

    private final Trail trail;

    public ReadingTrail(Trail trail) {
        this.trail = trail;
    }

    public Slice<TrailEntry> read(Identity caller, @Nullable String account, @Nullable Long before, int limit) {
        Administration.requireAdministrator(caller);
        return caller.role() == Role.OPERATIONS
                ? trail.list(null, null, account, before, limit)
                : trail.list(caller.role(), caller.org(), account, before, limit);
    }
}
