package dev.talentpipeline.stack.client;

import org.jspecify.annotations.Nullable;

/** Where the bearer token of a session comes from. */
sealed interface AccessToken permits ClientToken, FixedToken, NoToken {

    /** The token to send now; null: none. */
    @Nullable String current();

    /** Says that the server refused a token. Returns whether asking again gives another one. */
    boolean refused(String token);
}
