package dev.talentpipeline.internship.outcome;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {

    @Bean
    ReportingOutcomes reportingOutcomes(Outcomes outcomes, Clock clock) {
        return new ReportingOutcomes(outcomes, clock);
    }
}
