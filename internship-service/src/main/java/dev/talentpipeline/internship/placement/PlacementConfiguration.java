package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.CommittedDays;
import dev.talentpipeline.internship.offer.FindingBetween;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Topics;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlacementConfiguration {

    @Bean
    Retelling retellingPlacement(Placements placements, People people, PlacementEvents events, Clock clock) {
        return new RetellingPlacement(Topics.PLACEMENTS.name(), placements, people, events, clock);
    }

    @Bean
    PlacementChanges placementChanges(Placements placements, PlacementEvents events) {
        return new PlacementChanges(placements, events);
    }

    @Bean
    FindingPlacement findingPlacement(FindingBetween between, Placements placements) {
        return new FindingPlacement(between, placements);
    }

    @Bean
    RecordingSteps recordingSteps(
            FindingPlacement finding,
            People people,
            Offers offers,
            Placements placements,
            PlacementChanges changes,
            CommittedDays committed,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock) {
        return new RecordingSteps(
                finding, people, offers, placements, changes, committed, reasons, transactions, clock);
    }

    @Bean
    ReleasingPlacement releasingPlacement(Placements placements, PlacementChanges changes) {
        return new ReleasingPlacement(placements, changes);
    }

    @Bean
    AgreeingPlacement agreeingPlacement(Placements placements, PlacementChanges changes) {
        return new AgreeingPlacement(placements, changes, UUID::randomUUID);
    }
}
