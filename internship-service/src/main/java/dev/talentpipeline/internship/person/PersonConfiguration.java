package dev.talentpipeline.internship.person;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Topics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    @Bean
    Retelling retellingPerson(People people, ContactEvents events, Clock clock) {
        return new RetellingPerson(Topics.CONTACTS.name(), people, events, clock);
    }

    @Bean
    FindingPerson findingPerson(People people) {
        return new FindingPerson(people);
    }

    @Bean
    GrantingAccess grantingAccess(
            People people, FindingPerson finding, AuditTrail trail, Transactions transactions, Clock clock) {
        return new GrantingAccess(people, finding, trail, transactions, clock);
    }
}
