package dev.talentpipeline.monitoring.schema.kafka;

import dev.talentpipeline.monitoring.schema.ComparingSchemas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the registry and the readers asked now and then. */
@Component("lookingAtSchemas")
final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final ComparingSchemas schemas;

    Looking(ComparingSchemas schemas) {
        this.schemas = schemas;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.schemas.every:15s}")
    void look() {
        try {
            schemas.look();
        } catch (RuntimeException e) {
            // The registry's client has many of them, and none of them is anybody's but the registry's or the broker's.
            LOG.warn("Schemas are as old as the last look: {}", e.getMessage());
        }
    }
}
