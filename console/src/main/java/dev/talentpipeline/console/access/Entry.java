package dev.talentpipeline.console.access;

import dev.talentpipeline.console.identity.Identity;
import org.jspecify.annotations.Nullable;

/** What became of a link that somebody followed. */
public sealed interface Entry {

    /** It was good, and now it is used. */
    record Opened(Identity identity) implements Entry {}

    /** It was good once, and has opened a session before. */
    record AlreadyUsed(Identity identity) implements Entry {}

    /**
     * Its time is over, or it never was a link of this system.
     *
     * @param identity whom it was for; null: it never was one
     */
    record NotValid(@Nullable Identity identity) implements Entry {}
}
