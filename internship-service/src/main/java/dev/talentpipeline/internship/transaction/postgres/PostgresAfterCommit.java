package dev.talentpipeline.internship.transaction.postgres;

import dev.talentpipeline.internship.transaction.AfterCommit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What follows a commit, by the transactions of the database. */
@Component
final class PostgresAfterCommit implements AfterCommit {

    @Override
    public void then(Runnable committed, Runnable undone) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            committed.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    committed.run();
                } else {
                    undone.run();
                }
            }
        });
    }
}
