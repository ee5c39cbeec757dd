package dev.talentpipeline.notification.delivery.mail.postgres;

import dev.talentpipeline.notification.delivery.mail.TellingCounsellors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Looks for urgent mails that do not arrive, and tells of each in a transaction of its own. */
@Component
final class LooksForUndelivered {

    private static final Logger LOG = LoggerFactory.getLogger(LooksForUndelivered.class);

    private final TellingCounsellors telling;
    private final TransactionOperations transaction;

    LooksForUndelivered(TellingCounsellors telling, TransactionOperations transaction) {
        this.telling = telling;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.mail.undelivered-look:PT2S}")
    void look() {
        try {
            telling.undelivered().forEach(notice -> transaction.executeWithoutResult(status -> telling.tellOf(notice)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Universities hear later of what does not reach their students: {}", e.getMessage());
        }
    }
}
