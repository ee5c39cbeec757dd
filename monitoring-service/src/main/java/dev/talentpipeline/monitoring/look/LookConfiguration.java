package dev.talentpipeline.monitoring.look;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class LookConfiguration {

    @Bean
    NotingLooks notingLooks(Looks looks, Clock clock) {
        return new NotingLooks(looks, clock);
    }
}
