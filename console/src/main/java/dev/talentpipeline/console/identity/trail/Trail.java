package dev.talentpipeline.console.identity.trail;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import org.jspecify.annotations.Nullable;

/** Everything that was done to accounts. What stands in it stays. */
public interface Trail {

    void add(TrailEntry entry);

    /**
     * The newest first.
     *
     * @param role null: every role
     * @param org null: every organisation
     * @param account null: every account
     * @param before where the part before ended; null: from the newest on
     */
    Slice<TrailEntry> list(
            @Nullable Role role, @Nullable String org, @Nullable String account, @Nullable Long before, int limit);
}
