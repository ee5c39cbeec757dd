package dev.talentpipeline.monitoring.lag;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class LagConfiguration {

    @Bean
    WatchingLag watchingLag(
            ReaderGroups groups,
            Backlog backlog,
            Clock clock,
            @Value("${talentpipeline.lag.tolerated:10s}") Duration tolerated,
            @Value("${talentpipeline.lag.patience:8s}") Duration patience) {
        return new WatchingLag(groups, backlog, clock, new LagState.Rule(tolerated, patience));
    }
}
