package dev.talentpipeline.internship.dossier;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.meeting.FindingMeeting;
import dev.talentpipeline.internship.meeting.Meetings;
import dev.talentpipeline.internship.meeting.VerifiedCompanies;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.problem.BodyAllowance;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class DossierConfiguration {

    @Bean
    KeepingDossier keepingDossier(
            People people, Dossiers dossiers, AuditTrail trail, Transactions transactions, Clock clock) {
        return new KeepingDossier(people, dossiers, trail, transactions, clock);
    }

    @Bean
    SharingDossier sharingDossier(
            FindingMeeting finding,
            People people,
            Meetings meetings,
            Dossiers dossiers,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new SharingDossier(finding, people, meetings, dossiers, trail, transactions, clock);
    }

    @Bean
    ReadingDossier readingDossier(
            VerifiedCompanies companies,
            FindingMeeting finding,
            People people,
            Dossiers dossiers,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new ReadingDossier(companies, finding, people, dossiers, trail, transactions, clock);
    }

    /** Files are larger than whatever else is sent. */
    @Bean
    BodyAllowance dossierFiles() {
        return new BodyAllowance("/api/v1/people/*/dossier/files/*", DataSize.ofBytes(KeepingDossier.MOST_BYTES));
    }
}
