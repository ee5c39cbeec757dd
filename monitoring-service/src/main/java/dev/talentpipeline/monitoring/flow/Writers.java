package dev.talentpipeline.monitoring.flow;

import java.time.Instant;
import java.util.List;

/** Who was seen writing what. */
public interface Writers {

    /** All that were ever seen, with their rates and delays since then. */
    List<Flow.Seen> since(Instant then);
}
