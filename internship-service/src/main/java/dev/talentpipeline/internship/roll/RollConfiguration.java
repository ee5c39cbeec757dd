package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.student.KnownSchools;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RollConfiguration {

    @Bean
    FindingRollEntry findingRollEntry(RollEntries entries) {
        return new FindingRollEntry(entries);
    }

    @Bean
    KeepingRoll keepingRoll(
            FindingRollEntry finding,
            RollEntries entries,
            People people,
            KnownSchools schools,
            Transactions transactions,
            Clock clock) {
        return new KeepingRoll(finding, entries, people, schools, transactions, clock, UUID::randomUUID);
    }
}
