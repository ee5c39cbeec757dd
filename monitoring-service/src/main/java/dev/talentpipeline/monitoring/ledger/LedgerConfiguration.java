package dev.talentpipeline.monitoring.ledger;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    WatchingLedger watchingLedger(
            Ledger ledger, ReaderReports reports, Followed followed, WatchingLag lag, Clock clock) {
        return new WatchingLedger(ledger, reports, followed, lag, clock);
    }
}
