package dev.talentpipeline.notification.progress.kafka;

import dev.talentpipeline.notification.progress.TellingProgress;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells twice a second. While database or broker cannot be reached nothing is told, and nothing is lost. */
@Component
final class ProgressTeller {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressTeller.class);

    private final TellingProgress telling;

    ProgressTeller(TellingProgress telling) {
        this.telling = telling;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.notices.interval:PT0.5S}")
    void tell() {
        try {
            telling.tell();
        } catch (DataAccessException | TransactionException | KafkaException e) {
            LOG.warn("Progress of notices waits to be told: {}", e.getMessage());
        }
    }
}
