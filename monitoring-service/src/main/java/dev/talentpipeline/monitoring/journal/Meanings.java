package dev.talentpipeline.monitoring.journal;

import org.jspecify.annotations.Nullable;

/** What the events of each topic of the catalogue are about: nobody waits for a topic. */
public interface Meanings {

    EntityKind of(String topic);

    /** What a record with that key is about, by the key alone; null where the key is another's, or the topic is none of the catalogue. */
    @Nullable Entity of(String topic, String key);
}
