package dev.talentpipeline.console.identity.http;

import dev.talentpipeline.console.identity.erasure.ErasingAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every second whether it is time for a sweep. What fails is done again by a later one, as long as it takes. */
@Component
final class ErasureSweeper {

    private static final Logger log = LoggerFactory.getLogger(ErasureSweeper.class);

    private final ErasingAccounts erasing;

    ErasureSweeper(ErasingAccounts erasing) {
        this.erasing = erasing;
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        try {
            int removed = erasing.sweep();
            if (removed > 0) {
                log.info("{} accounts of people who were erased are removed.", removed);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Accounts of erased people wait for the next sweep: {}", e.getMessage());
        }
    }
}
