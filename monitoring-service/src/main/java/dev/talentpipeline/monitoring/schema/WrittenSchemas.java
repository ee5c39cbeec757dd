package dev.talentpipeline.monitoring.schema;

import java.time.Instant;
import java.util.List;

/** Who was seen writing by which schema. */
public interface WrittenSchemas {

    /** What was seen of a service. */
    record Seen(String topic, String service, int schemaId, long events, Instant lastAt) {}

    /** All that were ever seen. */
    List<Seen> all();
}
