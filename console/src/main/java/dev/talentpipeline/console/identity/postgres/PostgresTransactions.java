package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.Transactions;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions at READ COMMITTED: what a transaction must not see change under it, it locks. */
@Component
final class PostgresTransactions implements Transactions {

    private final TransactionTemplate template;

    PostgresTransactions(PlatformTransactionManager manager) {
        template = new TransactionTemplate(manager);
    }

    @Override
    @SuppressWarnings(
            "NullAway") // Spring's template may return null; it returns what the work returns, which is not null.
    public <T> T within(Supplier<T> work) {
        return template.execute(status -> work.get());
    }
}
