package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.internship.ClosingSeat;
import dev.talentpipeline.internship.internship.FindingInternship;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.reconciliation.FirstVersions;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.student.FindingStudent;
import dev.talentpipeline.internship.student.StudentEvents;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Topics;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

@Configuration(proxyBeanMethods = false)
class OfferConfiguration {

    @Bean
    Retelling retellingOffer(Offers offers, People people, OfferEvents events, Clock clock) {
        return new RetellingOffer(Topics.OFFERS.name(), offers, people, events, clock);
    }

    @Bean
    OfferChanges offerChanges(Offers offers, OfferEvents events, AuditTrail trail, PlacementsOfOffer placements) {
        return new OfferChanges(offers, events, trail, placements);
    }

    @Bean
    CommittedDays committedDays(Offers offers) {
        return new CommittedDays(offers);
    }

    @Bean
    Deadlines.Setting deadlines(Calendars calendars) {
        return new Deadlines.Setting(calendars);
    }

    @Bean
    CurrentVersions currentVersions(Programmes programmes, Students students, Internships internships) {
        return new CurrentVersions(programmes, students, internships);
    }

    @Bean
    LostGround.Finding lostGrounds(Recalls recalls, Internships internships, CurrentVersions versions) {
        return new LostGround.Finding(recalls, internships, versions);
    }

    @Bean
    ExpiringOffer expiringOffer(Students students, StudentEvents events, OfferChanges changes) {
        return new ExpiringOffer(students, events, changes);
    }

    @Bean
    MakingRoom makingRoom(Offers offers, OfferChanges changes, ExpiringOffer expiring, CurrentVersions versions) {
        return new MakingRoom(offers, changes, expiring, versions);
    }

    @Bean
    SettlingSilence settlingSilence(
            Offers offers,
            OfferChanges changes,
            ExpiringOffer expiring,
            MakingRoom making,
            Outages outages,
            DeliveredNotices notices,
            Deadlines.Setting deadlines) {
        return new SettlingSilence(offers, changes, expiring, making, new GrantingGrace(outages, notices), deadlines);
    }

    @Bean
    FindingBetween findingBetween(
            ReadingProgrammes programmes, FindingStudent students, FindingInternship internships) {
        return new FindingBetween(programmes, students, internships);
    }

    @Bean
    FindingOffer findingOffer(
            FindingBetween between, Offers offers, Programmes programmes, Students students, Clock clock) {
        return new FindingOffer(between, offers, new PossibleDecisions(programmes, students, clock), clock);
    }

    @Bean
    AdmittingProposal admittingProposal(
            Programmes programmes,
            People people,
            Students students,
            Internships internships,
            Offers offers,
            Recalls recalls,
            OfferChanges changes,
            Deadlines.Setting deadlines,
            OfferEvents events,
            FirstVersions firstVersions,
            Transactions transactions,
            Clock clock) {
        return new AdmittingProposal(
                programmes,
                people,
                students,
                internships,
                offers,
                recalls,
                changes,
                deadlines,
                events,
                new LostEntities(
                        firstVersions,
                        Topics.PROGRAMMES.name(),
                        Topics.STUDENT_PROFILES.name(),
                        Topics.INTERNSHIPS.name(),
                        Topics.OFFERS.name()),
                transactions,
                clock);
    }

    @Bean
    DecidingOffer decidingOffer(
            FindingOffer finding,
            Programmes programmes,
            People people,
            Internships internships,
            Offers offers,
            LostGround.Finding grounds,
            OfferChanges changes,
            Deadlines.Setting deadlines,
            MakingRoom making,
            SettlingSilence settling,
            ClosingSeat seats,
            Students students,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock) {
        return new DecidingOffer(
                finding,
                programmes,
                people,
                internships,
                offers,
                grounds,
                changes,
                deadlines,
                making,
                settling,
                seats,
                students,
                reasons,
                transactions,
                clock);
    }

    @Bean
    DecidingManyOffers decidingManyOffers(
            DecidingOffer deciding, Programmes programmes, People people, Offers offers, Transactions transactions) {
        return new DecidingManyOffers(deciding, programmes, people, offers, transactions);
    }

    @Bean
    RescindingOffers rescindingOffers(
            Programmes programmes,
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            Clock clock) {
        return new RescindingOffers(programmes, people, internships, offers, changes, versions, clock);
    }

    @Bean
    SuspendingOffers suspendingOffers(
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            Transactions transactions,
            Clock clock) {
        return new SuspendingOffers(people, internships, offers, changes, versions, transactions, clock);
    }

    @Bean
    SweepingOffers sweepingOffers(
            People people,
            Internships internships,
            Offers offers,
            Recalls recalls,
            OfferChanges changes,
            SettlingSilence settling,
            Programmes programmes,
            Outages outages,
            LostGround.Finding grounds,
            Transactions transactions,
            Clock clock) {
        return new SweepingOffers(
                people,
                internships,
                offers,
                recalls,
                changes,
                settling,
                programmes,
                outages,
                grounds,
                transactions,
                clock);
    }

    @Bean
    PartingWithMembers partingWithMembers(
            OutsidersOffers outsiders,
            People people,
            Internships internships,
            Offers offers,
            OfferChanges changes,
            CurrentVersions versions,
            Clock clock) {
        return new PartingWithMembers(outsiders, people, internships, offers, changes, versions, clock);
    }

    @Bean
    RecallingClearing recallingClearing(
            ReadingProgrammes programmes, Recalls recalls, AuditTrail trail, Transactions transactions, Clock clock) {
        return new RecallingClearing(programmes, recalls, trail, transactions, clock);
    }

    /** Sweeps every second. While the database cannot be reached nothing is swept; the next sweep takes up what is due. */
    @Component
    static final class Sweeper {

        private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

        private final SweepingOffers sweeping;

        Sweeper(SweepingOffers sweeping) {
            this.sweeping = sweeping;
        }

        @Scheduled(fixedDelayString = "${talentpipeline.sweep-interval:PT1S}")
        void sweep() {
            try {
                sweeping.sweep();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Offers that are due wait for the next sweep: {}", e.getMessage());
            }
        }
    }
}
