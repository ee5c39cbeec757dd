package dev.talentpipeline.monitoring.journal.postgres;

import dev.talentpipeline.monitoring.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Takes out of the journal, hour by hour, what is older than it keeps. */
@Component
final class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Duration retention;

    Forgetting(
            Journal journal,
            TransactionOperations transaction,
            Clock clock,
            @Value("${talentpipeline.journal.retention}") Duration retention) {
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        try {
            int forgotten;
            do {
                forgotten = transaction.execute(
                        status -> journal.forget(clock.instant().minus(retention)));
            } while (forgotten > 0);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The journal forgets what is too old an hour later: {}", e.getMessage());
        }
    }
}
