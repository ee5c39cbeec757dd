package dev.talentpipeline.stack.client;

import org.jspecify.annotations.Nullable;

/** Requests without a token. */
enum NoToken implements AccessToken {
    ANONYMOUS;

    @Override
    public @Nullable String current() {
        return null;
    }

    @Override
    public boolean refused(String token) {
        return false;
    }
}
