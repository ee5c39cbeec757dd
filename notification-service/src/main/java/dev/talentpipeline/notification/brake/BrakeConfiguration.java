package dev.talentpipeline.notification.brake;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class BrakeConfiguration {

    @Bean
    SettingBrakes settingBrakes(Brakes brakes, List<BrakeWatcher> watchers, List<Backlog> backlogs, Clock clock) {
        return new SettingBrakes(brakes, watchers, backlogs, clock);
    }
}
