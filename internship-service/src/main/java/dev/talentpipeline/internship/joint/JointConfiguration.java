package dev.talentpipeline.internship.joint;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.internship.student.PreferredInternships;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JointConfiguration {

    @Bean
    KeepingJointRecords keepingJointRecords(
            ReadingProgrammes programmes,
            JointRecords records,
            PreferredInternships internships,
            CatalogueReferences catalogue,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new KeepingJointRecords(programmes, records, internships, catalogue, trail, transactions, clock);
    }

    @Bean
    RecordingParticipation recordingParticipation(
            ReadingProgrammes programmes,
            FindingStudent students,
            JointRecords records,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new RecordingParticipation(programmes, students, records, trail, transactions, clock);
    }
}
