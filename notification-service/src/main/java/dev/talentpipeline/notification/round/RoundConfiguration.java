package dev.talentpipeline.notification.round;

import dev.talentpipeline.notification.inbox.TellingPeople;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class RoundConfiguration {

    @Bean
    TellingUnmatched tellingUnmatched(
            Rounds rounds,
            TellingPeople people,
            @Value("${talentpipeline.rounds.settling:PT5M}") Duration settling,
            Clock clock) {
        return new TellingUnmatched(rounds, people, settling, clock);
    }
}
