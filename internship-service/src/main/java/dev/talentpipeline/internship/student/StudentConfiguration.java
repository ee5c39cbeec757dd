package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.person.ContactEvents;
import dev.talentpipeline.internship.person.FindingPerson;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.KeepingQuotas;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Topics;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StudentConfiguration {

    @Bean
    Retelling retellingStudent(Students students, People people, StudentEvents events, Clock clock) {
        return new RetellingStudent(Topics.STUDENT_PROFILES.name(), students, people, events, clock);
    }

    @Bean
    AttestedSkills attestedSkills(List<Attestations> all) {
        return new AttestedSkills(all);
    }

    @Bean
    FindingStudent findingStudent(ReadingProgrammes programmes, Students students) {
        return new FindingStudent(programmes, students);
    }

    @Bean
    WithdrawingPerson withdrawingPerson(Students students, OffersOfStudent offers, StudentEvents events, Clock clock) {
        return new WithdrawingPerson(students, offers, events, clock);
    }

    @Bean
    Consenting consenting(
            FindingPerson finding,
            People people,
            Students students,
            OffersOfStudent offers,
            StudentEvents events,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new Consenting(finding, people, students, offers, events, trail, transactions, clock);
    }

    @Bean
    PostingStudents postingStudents(
            KeepingQuotas quotas,
            People people,
            Students students,
            OffersOfStudent offers,
            StudentEvents studentEvents,
            ContactEvents contactEvents,
            Clock clock) {
        return new PostingStudents(
                quotas,
                people,
                students,
                offers,
                new PostingStudent.Events(studentEvents, contactEvents),
                clock,
                UUID::randomUUID);
    }

    @Bean
    PostingStudent postingStudent(
            ReadingProgrammes programmes,
            KeepingQuotas quotas,
            FindingStudent finding,
            People people,
            Students students,
            PreferredInternships internships,
            CatalogueReferences catalogue,
            KnownSchools schools,
            StudentsOnRoll roll,
            OffersOfStudent offers,
            StudentEvents studentEvents,
            ContactEvents contactEvents,
            Transactions transactions,
            Clock clock) {
        return new PostingStudent(
                programmes,
                quotas,
                finding,
                people,
                students,
                internships,
                catalogue,
                schools,
                roll,
                offers,
                new PostingStudent.Events(studentEvents, contactEvents),
                transactions,
                clock,
                UUID::randomUUID);
    }

    @Bean
    FollowingRoll followingRoll(
            People people, Students students, StudentEvents studentEvents, ContactEvents contactEvents, Clock clock) {
        return new FollowingRoll(people, students, new PostingStudent.Events(studentEvents, contactEvents), clock);
    }
}
