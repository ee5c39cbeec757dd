package dev.talentpipeline.internship.reconciliation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.talentpipeline.internship.outbox.BeforeRelaying;
import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final int MOST_NAMED = 50;

    @Bean
    Reconciling reconciling(
            ToldTopics topics,
            Differences differences,
            List<Retelling> features,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        return new Reconciling(topics, differences, features, outbox, transactions, clock);
    }

    @Bean
    BeforeRelaying beforeRelaying(Reconciling reconciling) {
        return () -> name(reconciling.reconcile());
    }

    private static void name(List<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        LOG.warn(
                "The database is older than the topics, maybe out of a backup: {} entities differed, {}. GET /api/v1/reconciliations lists them all",
                differences.size(),
                differences.stream()
                        .collect(groupingBy(
                                difference -> difference.topic() + " " + difference.outcome(),
                                TreeMap::new,
                                counting())));
        differences.stream()
                .limit(MOST_NAMED)
                .forEach(difference -> LOG.warn(
                        "{} {} was told up to version {}, the database had {}: {} as version {}",
                        difference.topic(),
                        difference.key(),
                        difference.told(),
                        difference.held() == null ? "none" : difference.held(),
                        difference.outcome(),
                        difference.version()));
    }
}
