package dev.talentpipeline.monitoring.servicelevel.postgres;

import dev.talentpipeline.monitoring.journal.GivingWay;
import dev.talentpipeline.monitoring.servicelevel.WatchingServiceLevels;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Has service levels go along with the journal and with the readers. */
@Component("lookingAtServiceLevels")
final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final WatchingServiceLevels watching;
    private final TransactionOperations transaction;

    Looking(WatchingServiceLevels watching, TransactionOperations transaction) {
        this.watching = watching;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.service-levels.every:5s}")
    void look() {
        long began = System.nanoTime();
        try {
            while (Objects.requireNonNull(transaction.execute(status -> watching.follow()))) {
                GivingWay.OF_FOLLOWERS.restSince(began);
                began = System.nanoTime();
            }
            transaction.executeWithoutResult(status -> watching.waited());
            watching.look();
            GivingWay.OF_FOLLOWERS.restSince(began);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Service levels are as old as the last look: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void forget() {
        try {
            transaction.executeWithoutResult(status -> watching.forget());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Old measures are forgotten an hour later: {}", e.getMessage());
        }
    }
}
