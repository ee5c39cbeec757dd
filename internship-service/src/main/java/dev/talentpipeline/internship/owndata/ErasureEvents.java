package dev.talentpipeline.internship.owndata;

import java.time.Instant;
import java.util.UUID;

/** Tells that somebody was erased. */
public interface ErasureEvents {

    /** Tells it with the transaction that erased them. */
    void erased(UUID person, Instant at);
}
