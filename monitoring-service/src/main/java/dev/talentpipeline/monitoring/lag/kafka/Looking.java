package dev.talentpipeline.monitoring.lag.kafka;

import dev.talentpipeline.monitoring.lag.WatchingLag;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the readers looked at every few seconds. */
@Component
final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final WatchingLag watching;

    Looking(WatchingLag watching) {
        this.watching = watching;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.lag.every:4s}")
    void look() {
        try {
            watching.look();
        } catch (KafkaException | DataAccessException e) {
            LOG.warn("Lag is as old as the last look: {}", e.getMessage());
        }
    }
}
