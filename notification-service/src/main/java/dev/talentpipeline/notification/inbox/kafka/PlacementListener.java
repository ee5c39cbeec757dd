package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Placement;
import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.Facts.Recorded;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.PlacementNews;
import dev.talentpipeline.notification.inbox.PlacementReading;
import dev.talentpipeline.notification.inbox.PlacementState;
import dev.talentpipeline.notification.inbox.Sides;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.webhook.Happening;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.TellingSystems;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads {@code placements}. */
@Component
final class PlacementListener {

    private final TellingPeople people;
    private final TellingSystems systems;
    private final Notices notices;
    private final ReadingNews reading;

    PlacementListener(TellingPeople people, TellingSystems systems, Notices notices, ReadingNews reading) {
        this.people = people;
        this.systems = systems;
        this.notices = notices;
        this.reading = reading;
    }

    @KafkaListener(
            id = "placements",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).PLACEMENTS.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        reading.read(record, Topics.PLACEMENTS, this::isNews);
    }

    private boolean isNews(Placement event) {
        PlacementNews placement = placement(event);
        PlacementReading before = notices.lastReadOfPlacement(placement.programmeId(), placement.placementId())
                .orElse(null);
        boolean news = people.placementChanged(placement);
        if (news) {
            Happening.ofPlacement(subject(event), placement.reading(), before, event.getChangedAt())
                    .ifPresent(systems::happened);
        }
        return news;
    }

    private static Subject subject(Placement event) {
        return new Subject(
                Kind.PLACEMENT,
                event.getPlacementId(),
                event.getVersion(),
                event.getState().name(),
                event.getProgrammeId(),
                event.getStudentId(),
                event.getInternshipId(),
                event.getPersonId(),
                event.getUniversity(),
                event.getCompany());
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
                        List.of(),
                        event.getStudentId(),
                        Map.of(),
                        recorded(event)),
                new Sides(event.getUniversity(), event.getCompany()));
    }

    private static @Nullable Recorded recorded(Placement event) {
        return event.getAwaitingOn() == null || event.getAwaitingRecordedBy() == null
                ? null
                : new Recorded(event.getAwaitingOn(), event.getAwaitingRecordedBy());
    }
}
