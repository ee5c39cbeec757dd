package dev.talentpipeline.notification.round.postgres;

import dev.talentpipeline.notification.round.TellingUnmatched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Looks for rounds that have settled, and tells some hundred students in each transaction. */
@Component
final class RoundsSettled {

    private static final Logger LOG = LoggerFactory.getLogger(RoundsSettled.class);

    private final TellingUnmatched telling;
    private final TransactionOperations transaction;

    RoundsSettled(TellingUnmatched telling, TransactionOperations transaction) {
        this.telling = telling;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.rounds.look:PT5S}")
    void look() {
        try {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> telling.tellSome()));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Students hear later that a round left them without a place: {}", e.getMessage());
        }
    }
}
