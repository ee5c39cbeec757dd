package dev.talentpipeline.console.identity;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signed links that say one thing until they expire. Whether they say it once is for the table that keeps their id. */
public interface Links {

    /** What a link is for; one for the one is worthless for the other. */
    enum Purpose {
        INVITATION,
        PASSWORD_RESET
    }

    URI issue(Purpose purpose, UUID link, Instant expiresAt);

    /** The id of the link, if this is one for the purpose and not expired. */
    Optional<UUID> read(Purpose purpose, String token);
}
