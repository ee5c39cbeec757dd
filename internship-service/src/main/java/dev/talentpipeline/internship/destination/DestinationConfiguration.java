package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.agreement.Agreements;
import dev.talentpipeline.internship.agreement.Employments;
import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.placement.Placements;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.roll.FindingRollEntry;
import dev.talentpipeline.internship.roll.RollEntries;
import dev.talentpipeline.internship.student.WithdrawingPerson;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
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

    @Bean
    CatchingUpOnAgreements catchingUpOnAgreements(
            Placements placements,
            Agreements agreements,
            People people,
            RollEntries roll,
            Destinations destinations,
            Employments employments,
            Transactions transactions,
            Clock clock) {
        return new CatchingUpOnAgreements(
                placements, agreements, people, roll, destinations, employments, transactions, clock);
    }

    /** Once the table of kinds is there. */
    @Bean
    ApplicationRunner agreementsOfBefore(CatchingUpOnAgreements catchingUp) {
        return arguments -> {
            int recorded = catchingUp.catchUp();
            if (recorded > 0) {
                LoggerFactory.getLogger(DestinationConfiguration.class)
                        .info("{} employment agreements of before have their destinations now", recorded);
            }
        };
    }
}
