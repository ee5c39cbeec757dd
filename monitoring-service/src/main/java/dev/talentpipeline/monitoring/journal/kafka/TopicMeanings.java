package dev.talentpipeline.monitoring.journal.kafka;

import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Meanings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the journal makes of a topic's records. */
@Component
final class TopicMeanings implements Meanings {

    @Override
    public EntityKind of(String topic) {
        return ReadTopic.named(topic).kind();
    }

    @Override
    public @Nullable Entity of(String topic, String key) {
        return ReadTopic.isRead(topic) ? ReadTopic.named(topic).entityOf(key) : null;
    }
}
