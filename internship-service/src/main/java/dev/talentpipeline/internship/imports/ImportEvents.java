package dev.talentpipeline.internship.imports;

import java.time.Instant;

/** Tells others of imports, in the transaction that changes them. */
public interface ImportEvents {

    void changed(Import changed, Instant at);
}
