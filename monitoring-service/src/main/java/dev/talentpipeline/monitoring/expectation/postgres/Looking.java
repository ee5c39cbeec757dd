package dev.talentpipeline.monitoring.expectation.postgres;

import dev.talentpipeline.monitoring.expectation.WatchingExpectations;
import dev.talentpipeline.monitoring.journal.GivingWay;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Has expectations go along with the journal. */
@Component("lookingAtExpectations")
final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final WatchingExpectations watching;
    private final TransactionOperations transaction;

    Looking(WatchingExpectations watching, TransactionOperations transaction) {
        this.watching = watching;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.expectations.every:2s}")
    void look() {
        long began = System.nanoTime();
        try {
            while (Objects.requireNonNull(transaction.execute(status -> watching.follow()))) {
                GivingWay.OF_FOLLOWERS.restSince(began);
                began = System.nanoTime();
            }
            watching.look();
            GivingWay.OF_FOLLOWERS.restSince(began);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Expectations are as old as the last look: {}", e.getMessage());
        }
    }
}
