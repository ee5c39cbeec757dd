package dev.talentpipeline.internship.reason;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReasonConfiguration {

    @Bean
    GivenReasons givenReasons(Reasons reasons) {
        return new GivenReasons(reasons);
    }

    @Bean
    EnteringReasons enteringReasons(Reasons reasons, AuditTrail trail, Transactions transactions) {
        return new EnteringReasons(reasons, trail, transactions);
    }
}
