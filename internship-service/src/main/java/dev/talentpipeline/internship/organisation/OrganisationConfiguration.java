package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.internship.KeepingListings;
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
class OrganisationConfiguration {

    @Bean
    Retelling retellingOrganisation(Organisations organisations, DeskEvents events, Clock clock) {
        return new RetellingOrganisation(Topics.CONTACTS.name(), organisations, events, clock);
    }

    @Bean
    FindingOrganisation findingOrganisation(Organisations organisations, Schools schools) {
        return new FindingOrganisation(organisations, schools);
    }

    @Bean
    EnteringOrganisation enteringOrganisation(
            Organisations organisations,
            Schools schools,
            Unsettled unsettled,
            DeskEvents events,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new EnteringOrganisation(
                organisations, schools, unsettled, events, trail, transactions, clock, UUID::randomUUID);
    }

    @Bean
    DecidingOnCompany decidingOnCompany(
            Organisations organisations,
            Unsettled unsettled,
            OffersOfCompany offers,
            DeskEvents events,
            GivenReasons reasons,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new DecidingOnCompany(organisations, unsettled, offers, events, reasons, trail, transactions, clock);
    }

    @Bean
    SettlingCompanies settlingCompanies(
            Organisations organisations, Unsettled unsettled, KeepingListings listings, OffersOfCompany offers) {
        return new SettlingCompanies(organisations, unsettled, listings, offers);
    }

    @Bean
    TellingDesksAnew tellingDesksAnew(
            DesksToTell desks, Organisations organisations, DeskEvents events, Transactions transactions, Clock clock) {
        return new TellingDesksAnew(desks, organisations, events, transactions, clock);
    }

    /** Sweeps every second. While the database cannot be reached nothing is swept; the next sweep takes up what is left. */
    @Component
    static final class CompanySweeper {

        private static final Logger LOG = LoggerFactory.getLogger(CompanySweeper.class);

        private final SettlingCompanies settling;
        private final TellingDesksAnew telling;

        CompanySweeper(SettlingCompanies settling, TellingDesksAnew telling) {
            this.settling = settling;
            this.telling = telling;
        }

        @Scheduled(fixedDelayString = "${talentpipeline.sweep-interval:PT1S}")
        void sweep() {
            try {
                settling.sweep();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("What companies posted follows with the next sweep: {}", e.getMessage());
            }
        }

        /** Desks of before, which were told without their names in both languages: some at the first start of a new version, none after it. */
        @Scheduled(fixedDelayString = "PT1M")
        void tellDesksAnew() {
            try {
                int told = telling.tellAll();
                if (told > 0) {
                    LOG.info("{} desks of before are told with their names in both languages now", told);
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("The names of desks of before follow within a minute: {}", e.getMessage());
            }
        }
    }
}
