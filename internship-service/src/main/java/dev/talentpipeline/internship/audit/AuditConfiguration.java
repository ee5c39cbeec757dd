package dev.talentpipeline.internship.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    ReadingAudit readingAudit(AuditTrail trail) {
        return new ReadingAudit(trail);
    }
}
