package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.internship.Companies;
import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.internship.Screening;
import dev.talentpipeline.internship.offer.FindingBetween;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Topics;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {

    @Bean
    VerifiedCompanies verifiedCompanies(Companies companies) {
        return new VerifiedCompanies(companies);
    }

    @Bean
    FindingMeeting findingMeeting(FindingBetween between, Programmes programmes, Meetings meetings, Clock clock) {
        return new FindingMeeting(between, programmes, meetings, clock);
    }

    @Bean
    Retelling retellingMeeting(Meetings meetings, People people, MeetingChanges changes, Clock clock) {
        return new RetellingMeeting(Topics.MEETINGS.name(), meetings, people, changes, clock);
    }

    @Bean
    MeetingChanges meetingChanges(Meetings meetings, FindingMeeting finding, MeetingEvents events) {
        return new MeetingChanges(meetings, finding, events);
    }

    @Bean
    InvitingStudent invitingStudent(
            VerifiedCompanies companies,
            Screening screening,
            ReadingProgrammes reading,
            Programmes programmes,
            FindingInternship finding,
            People people,
            Students students,
            Internships internships,
            Offers offers,
            Meetings meetings,
            MeetingChanges changes,
            Transactions transactions,
            Clock clock) {
        return new InvitingStudent(
                companies,
                screening,
                reading,
                programmes,
                finding,
                people,
                students,
                internships,
                offers,
                meetings,
                changes,
                transactions,
                clock,
                UUID::randomUUID);
    }

    @Bean
    DecidingMeeting decidingMeeting(
            VerifiedCompanies companies,
            FindingMeeting finding,
            Programmes programmes,
            People people,
            Meetings meetings,
            MeetingChanges changes,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock) {
        return new DecidingMeeting(
                companies, finding, programmes, people, meetings, changes, reasons, transactions, clock);
    }

    @Bean
    ArrangingInterview arrangingInterview(
            VerifiedCompanies companies,
            FindingMeeting finding,
            Programmes programmes,
            People people,
            Meetings meetings,
            MeetingChanges changes,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock) {
        return new ArrangingInterview(
                companies,
                finding,
                programmes,
                people,
                meetings,
                changes,
                reasons,
                transactions,
                clock,
                UUID::randomUUID);
    }

    @Bean
    GivingShareCode givingShareCode(
            ReadingProgrammes programmes,
            FindingStudent students,
            People people,
            ShareCodes codes,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new GivingShareCode(
                programmes,
                students,
                people,
                codes,
                trail,
                transactions,
                clock,
                UUID::randomUUID,
                new SecureRandom()::nextInt);
    }

    @Bean
    RedeemingShareCode redeemingShareCode(
            VerifiedCompanies companies,
            Programmes programmes,
            FindingInternship internships,
            People people,
            Students students,
            ShareCodes codes,
            MeetingChanges changes,
            Transactions transactions,
            Clock clock) {
        return new RedeemingShareCode(
                companies,
                programmes,
                internships,
                people,
                students,
                codes,
                changes,
                transactions,
                clock,
                UUID::randomUUID);
    }

    @Bean
    SweepingMeetings sweepingMeetings(
            People people,
            Internships internships,
            Meetings meetings,
            MeetingChanges changes,
            Transactions transactions,
            Clock clock) {
        return new SweepingMeetings(people, internships, meetings, changes, transactions, clock);
    }

    /** Sweeps every second. While the database cannot be reached nothing is swept; the next sweep takes up what is due. */
    @Component
    static final class MeetingSweeper {

        private static final Logger LOG = LoggerFactory.getLogger(MeetingSweeper.class);

        private final SweepingMeetings sweeping;

        MeetingSweeper(SweepingMeetings sweeping) {
            this.sweeping = sweeping;
        }

        @Scheduled(fixedDelayString = "${talentpipeline.sweep-interval:PT1S}")
        void sweep() {
            try {
                sweeping.sweep();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Meetings that are due wait for the next sweep: {}", e.getMessage());
            }
        }
    }
}
