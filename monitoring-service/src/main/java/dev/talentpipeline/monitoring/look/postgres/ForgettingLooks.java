package dev.talentpipeline.monitoring.look.postgres;

import dev.talentpipeline.monitoring.look.NotingLooks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Takes off the record, day by day, what is older than it is kept. */
@Component
final class ForgettingLooks {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingLooks.class);

    private final NotingLooks looks;
    private final TransactionOperations transaction;
    private final Duration retention;

    ForgettingLooks(
            NotingLooks looks,
            TransactionOperations transaction,
            @Value("${talentpipeline.looks.retention}") Duration retention) {
        this.looks = looks;
        this.transaction = transaction;
        this.retention = retention;
    }

    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT13M")
    void forget() {
        try {
            transaction.executeWithoutResult(status -> looks.forget(retention));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Looks that are too old go a day later: {}", e.getMessage());
        }
    }
}
