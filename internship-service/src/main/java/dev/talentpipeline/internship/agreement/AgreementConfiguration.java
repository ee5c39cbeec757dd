package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.offer.FindingOffer;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.placement.AgreeingPlacement;
import dev.talentpipeline.internship.placement.FindingPlacement;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgreementConfiguration {

    @Bean
    GroundOfAgreements groundOfAgreements(
            FindingOffer findingOffer,
            FindingPlacement findingPlacement,
            People people,
            Offers offers,
            AgreeingPlacement agreeing) {
        return new GroundOfAgreements(findingOffer, findingPlacement, people, offers, agreeing);
    }

    @Bean
    FindingAgreement findingAgreement(
            GroundOfAgreements ground, Agreements agreements, People people, Organisations organisations) {
        return new FindingAgreement(ground, agreements, people, organisations);
    }

    @Bean
    PossibleAgreementActs possibleAgreementActs(Agreements agreements) {
        return new PossibleAgreementActs(agreements);
    }

    @Bean
    AgreementDeeds agreementDeeds(AuditTrail trail) {
        return new AgreementDeeds(trail);
    }

    @Bean
    DraftingAgreement draftingAgreement(
            GroundOfAgreements ground,
            Agreements agreements,
            AgreeingPlacement placements,
            AgreementDeeds deeds,
            Transactions transactions,
            Clock clock) {
        return new DraftingAgreement(ground, agreements, placements, deeds, transactions, clock, UUID::randomUUID);
    }

    @Bean
    SigningAgreement signingAgreement(
            GroundOfAgreements ground,
            Agreements agreements,
            AgreeingPlacement placements,
            Employments employments,
            AgreementDeeds deeds,
            Transactions transactions,
            Clock clock) {
        return new SigningAgreement(ground, agreements, placements, employments, deeds, transactions, clock);
    }
}
