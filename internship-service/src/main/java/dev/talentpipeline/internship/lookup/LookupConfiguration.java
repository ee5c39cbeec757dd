package dev.talentpipeline.internship.lookup;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    @Bean
    LookingUp lookingUp(Lookups lookups, AuditTrail trail, Transactions transactions) {
        return new LookingUp(lookups, trail, transactions);
    }
}
