package dev.talentpipeline.monitoring.redrive;

import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class RedriveConfiguration {

    @Bean
    AskingForRedrives askingForRedrives(Redrives redrives, WatchingLag watching, Clock clock) {
        return new AskingForRedrives(redrives, watching, clock);
    }

    @Bean
    SendingAgain sendingAgain(Redrives redrives, DeadLetterTopics topics, WatchingLag watching, Clock clock) {
        return new SendingAgain(redrives, topics, watching, clock);
    }
}
