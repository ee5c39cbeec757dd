package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Placement;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.PlacementNews;
import dev.talentpipeline.notification.inbox.PlacementReading;
import dev.talentpipeline.notification.inbox.PlacementState;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads {@code placements}. Notices and version commit together. A tombstone leaves nothing to do: notices go with the
 * person's contact.
 */
@Component
final class PlacementListener {

    private final TellingPeople people;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    PlacementListener(
            TellingPeople people, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.people = people;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    @KafkaListener(
            id = "placements",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).PLACEMENTS.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null && isNews(placement(codec.decode(Topics.PLACEMENTS, record.value())))) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private boolean isNews(PlacementNews placement) {
        return transaction.execute(status -> people.placementChanged(placement));
    }

    private static PlacementNews placement(Placement event) {
        String awaiting = event.getAwaitingConfirmation();
        return new PlacementNews(
                event.getProgrammeId(),
                event.getPlacementId(),
                event.getVersion(),
                new PlacementReading(
                        // The enums are equal by name, which a test holds on to.
                        PlacementState.valueOf(event.getState().name()),
                        awaiting,
                        event.getAgreementRevision(),
                        event.getJobOfferedAt(),
                        event.getJobAcceptedAt()),
                event.getPersonId(),
                event.getInternshipId(),
                new Facts(
                        event.getStartsOn(),
                        event.getEndsOn(),
                        null,
                        // While a step waits, which one is what matters.
                        awaiting == null ? event.getReason() : awaiting,
                        List.of(),
                        List.of()));
    }
}
