package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.agreement.Employments;
import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.roll.FindingRollEntry;
import dev.talentpipeline.internship.roll.RollEntries;
import dev.talentpipeline.internship.student.WithdrawingPerson;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DestinationConfiguration {

    @Bean
    FindingDestination findingDestination(FindingRollEntry roll, Destinations destinations) {
        return new FindingDestination(roll, destinations);
    }

    @Bean
    RecordingDestination recordingDestination(
            FindingRollEntry finding,
            RollEntries roll,
            People people,
            DestinationKinds kinds,
            Destinations destinations,
            CatalogueReferences catalogue,
            GivenReasons reasons,
            WithdrawingPerson withdrawing,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new RecordingDestination(
                finding,
                roll,
                people,
                kinds,
                destinations,
                catalogue,
                reasons,
                withdrawing,
                trail,
                transactions,
                clock,
                UUID::randomUUID);
    }

    @Bean
    Employments employments(
            People people,
            RollEntries roll,
            Internships internships,
            Organisations organisations,
            DestinationKinds kinds,
            Destinations destinations,
            AuditTrail trail) {
        return new EmployedByPlacement(
                people, roll, internships, organisations, kinds, destinations, trail, UUID::randomUUID);
    }
}
