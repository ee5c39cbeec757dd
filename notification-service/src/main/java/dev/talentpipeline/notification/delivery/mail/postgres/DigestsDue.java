package dev.talentpipeline.notification.delivery.mail.postgres;

import dev.talentpipeline.notification.delivery.mail.SendingDigests;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Looks for digests that are due, and makes each in a transaction of its own. */
@Component
final class DigestsDue {

    private static final Logger LOG = LoggerFactory.getLogger(DigestsDue.class);

    private final SendingDigests sending;
    private final TransactionOperations transaction;

    DigestsDue(SendingDigests sending, TransactionOperations transaction) {
        this.sending = sending;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.mail.digest-look:PT10S}")
    void send() {
        try {
            for (List<String> due = sending.due(); !due.isEmpty(); due = sending.due()) {
                for (String person : due) {
                    transaction.executeWithoutResult(status -> sending.sendTo(person));
                }
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Digests wait: {}", e.getMessage());
        }
    }
}
