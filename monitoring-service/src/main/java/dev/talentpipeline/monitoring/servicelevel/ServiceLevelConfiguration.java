package dev.talentpipeline.monitoring.servicelevel;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class ServiceLevelConfiguration {

    @Bean
    WatchingServiceLevels watchingServiceLevels(
            Measures measures, Targets targets, Followed followed, WatchingLag lag, Clock clock) {
        return new WatchingServiceLevels(measures, targets, followed, lag, clock);
    }

    @Bean
    SettingTargets settingTargets(Targets targets, Clock clock) {
        return new SettingTargets(targets, clock);
    }
}
