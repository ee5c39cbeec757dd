package dev.talentpipeline.monitoring.expectation;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class ExpectationConfiguration {

    @Bean
    WatchingExpectations watchingExpectations(
            Expectations expectations, Thresholds thresholds, Followed followed, WatchingLag lag, Clock clock) {
        return new WatchingExpectations(expectations, thresholds, followed, lag, clock);
    }

    @Bean
    SettingThresholds settingThresholds(Thresholds thresholds, Clock clock) {
        return new SettingThresholds(thresholds, clock);
    }
}
