package dev.talentpipeline.monitoring.redrive.kafka;

import dev.talentpipeline.monitoring.redrive.SendingAgain;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Has what is queued leave. What keeps it from leaving passes, and then it leaves. */
@Component
final class Leaving {

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final SendingAgain sending;
    private final TransactionOperations transaction;

    Leaving(SendingAgain sending, TransactionOperations transaction) {
        this.sending = sending;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.redrive.every:500ms}")
    void step() {
        try {
            boolean more;
            do {
                more = Boolean.TRUE.equals(transaction.execute(status -> sending.step()));
            } while (more);
        } catch (KafkaException | DataAccessException | TransactionException e) {
            LOG.warn("What is to be sent again waits: {}", e.getMessage());
        }
    }
}
