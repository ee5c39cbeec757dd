package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.programme.KeepingQuotas;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Topics;
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
class InternshipConfiguration {

    @Bean
    Retelling retellingInternship(Internships internships, InternshipEvents events, Clock clock) {
        return new RetellingInternship(Topics.INTERNSHIPS.name(), internships, events, clock);
    }

    @Bean
    FindingInternship findingInternship(ReadingProgrammes programmes, Internships internships) {
        return new FindingInternship(programmes, internships);
    }

    @Bean
    PossibleActs possibleActs(Programmes programmes, Clock clock) {
        return new PossibleActs(programmes, clock);
    }

    @Bean
    ClosingSeat closingSeat(
            Internships internships, Programmes programmes, Calendars calendars, InternshipEvents events) {
        return new ClosingSeat(internships, programmes, calendars, events);
    }

    @Bean
    Screening screening() {
        return Screening.shipped();
    }

    @Bean
    KeepingListings keepingListings(
            Internships internships,
            Programmes programmes,
            Calendars calendars,
            InternshipEvents events,
            Transactions transactions,
            Clock clock) {
        return new KeepingListings(internships, programmes, calendars, events, transactions, clock);
    }

    @Bean
    DecidingOpening decidingOpening(
            ReadingProgrammes programmes,
            FindingInternship finding,
            Internships internships,
            Calendars calendars,
            InternshipEvents events,
            GivenReasons reasons,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new DecidingOpening(
                programmes, finding, internships, calendars, events, reasons, trail, transactions, clock);
    }

    @Bean
    PostingInternship postingInternship(
            ReadingProgrammes programmes,
            KeepingQuotas quotas,
            FindingInternship finding,
            Internships internships,
            Companies companies,
            Screening screening,
            Calendars calendars,
            PreferredStudents students,
            CatalogueReferences catalogue,
            OffersOfInternship offers,
            InternshipEvents events,
            Transactions transactions,
            Clock clock) {
        return new PostingInternship(
                programmes,
                quotas,
                finding,
                internships,
                companies,
                screening,
                calendars,
                students,
                catalogue,
                offers,
                events,
                transactions,
                clock,
                UUID::randomUUID);
    }

    /** Sweeps every second. While the database cannot be reached nothing is swept; the next sweep takes up what is due. */
    @Component
    static final class Sweeper {

        private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

        private final KeepingListings keeping;

        Sweeper(KeepingListings keeping) {
            this.keeping = keeping;
        }

        @Scheduled(fixedDelayString = "${talentpipeline.sweep-interval:PT1S}")
        void sweep() {
            try {
                keeping.sweep();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Listings that open or close wait for the next sweep: {}", e.getMessage());
            }
        }
    }
}
