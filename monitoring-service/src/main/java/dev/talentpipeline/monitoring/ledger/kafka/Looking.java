package dev.talentpipeline.monitoring.ledger.kafka;

import dev.talentpipeline.monitoring.journal.GivingWay;
import dev.talentpipeline.monitoring.ledger.WatchingLedger;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Has the ledger go along with the journal and with its readers. */
@Component("lookingAtTheLedger")
final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final WatchingLedger watching;
    private final TransactionOperations transaction;
    private final Duration retention;

    Looking(
            WatchingLedger watching,
            TransactionOperations transaction,
            @Value("${talentpipeline.journal.retention}") Duration retention) {
        this.watching = watching;
        this.transaction = transaction;
        this.retention = retention;
    }

    /** Of what the journal has forgotten nobody asks what became of it. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void forget() {
        try {
            transaction.executeWithoutResult(status -> watching.forget(retention));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The ledger forgets what is too old an hour later: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelayString = "${talentpipeline.ledger.every:3s}")
    void look() {
        try {
            WatchingLedger.Said said = watching.reports();
            long began = System.nanoTime();
            while (Objects.requireNonNull(transaction.execute(status -> watching.follow()))) {
                GivingWay.OF_FOLLOWERS.restSince(began);
                began = System.nanoTime();
            }
            transaction.executeWithoutResult(status -> watching.compare(said));
            watching.look();
            GivingWay.OF_FOLLOWERS.restSince(began);
        } catch (KafkaException | DataAccessException | TransactionException e) {
            LOG.warn("The ledger is as old as the last look: {}", e.getMessage());
        }
    }
}
