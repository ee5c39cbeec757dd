package dev.talentpipeline.internship.outcome;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {

    @Bean
    ReportingOutcomes reportingOutcomes(Outcomes outcomes) {
        return new ReportingOutcomes(outcomes);
    }
}
