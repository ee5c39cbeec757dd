package dev.talentpipeline.console.access;

import java.time.Instant;

/** The links that have opened a session. */
public interface OpenedLinks {

    /** Notes that the link is being opened, and says whether this is the first time. */
    boolean open(String linkId, Instant expiresAt);
}
