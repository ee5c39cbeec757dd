package dev.talentpipeline.console.identity.invitation;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invitations that were made. The database holds one that is neither accepted nor revoked for each address and organisation. */
public interface Invitations {

    /** Reads the invitation and holds its row; null if there is none. */
    @Nullable Invitation lock(UUID id);

    @Nullable Invitation lockByLink(UUID link);

    @Nullable Invitation findByLink(UUID link);

    /** The one for the address that is neither accepted nor revoked, its row held; null if there is none. */
    @Nullable Invitation lockPending(Role role, @Nullable String org, String email);

    void add(Invitation invitation);

    void change(Invitation invitation);

    /**
     * Those neither accepted nor revoked, the oldest first.
     *
     * @param role null: every role
     * @param org null: every organisation
     */
    Slice<Invitation> pending(@Nullable Role role, @Nullable String org, @Nullable UUID after, int limit);
}
