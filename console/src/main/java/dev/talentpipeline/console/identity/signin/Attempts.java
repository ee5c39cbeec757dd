package dev.talentpipeline.console.identity.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts failed sign-ins, claims that failed like them, and links that were asked for. The count survives a restart and is one for all consoles of a database. */
public interface Attempts {

    /** What is counted. */
    enum Counted {
        ACCOUNT,
        ADDRESS,
        CLIENT,
        /** A claim, or a look at its link, each under a key of its own. */
        CLAIM,
        /** A link asked for, by whom it is for. */
        LINK_TO,
        /** A link asked for, by the address that asks. */
        LINK_FROM
    }

    /**
     * Counts one attempt as a failure before it is made, so that attempts made at once are counted like those made one after
     * the other. While the key is held nothing is counted.
     *
     * @return until when the key is held; null: the attempt may be made
     */
    @Nullable Instant begin(Counted counted, String key, Throttle throttle, Instant now);

    /** Takes back the failure that {@link #begin} counted. */
    void takeBack(Counted counted, String key);

    void forget(Counted counted, String key);
}
