package dev.talentpipeline.console.identity.password;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The links by which passwords may be set anew. An account has one at most: a new one replaces it. */
public interface Resets {

    /** For which account, and until when. */
    record Reset(UUID link, String account, Instant expiresAt) {}

    void put(Reset reset);

    @Nullable Reset find(UUID link);

    /** Takes the reset away, and says whether it was still there. */
    boolean take(UUID link);

    void removeOf(String account);
}
