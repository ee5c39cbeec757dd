package dev.talentpipeline.monitoring.flow;

import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    MappingFlows mappingFlows(
            Catalogue catalogue, Writers writers, WatchingLag watching, ReadingPace pace, Clock clock) {
        return new MappingFlows(catalogue, writers, watching, pace, clock);
    }

    @Bean
    ReadingPace readingPace(Clock clock) {
        return new ReadingPace(clock);
    }
}
