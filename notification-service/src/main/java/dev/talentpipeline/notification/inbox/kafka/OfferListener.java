package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.Facts.ScorePart;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferNews.Prompt;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.Sides;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.webhook.Happening;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.TellingSystems;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads {@code offers}. */
@Component
final class OfferListener {

    private final TellingPeople people;
    private final TellingSystems systems;
    private final Notices notices;
    private final ReadingNews reading;

    OfferListener(TellingPeople people, TellingSystems systems, Notices notices, ReadingNews reading) {
        this.people = people;
        this.systems = systems;
        this.notices = notices;
        this.reading = reading;
    }

    @KafkaListener(
            id = "offers",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).OFFERS.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        reading.read(record, Topics.OFFERS, this::isNews);
    }

    private boolean isNews(Offer event) {
        OfferNews offer = offer(event);
        Optional<OfferState> before = notices.lastRead(offer.programmeId(), offer.offerId());
        boolean news = people.offerChanged(offer, before);
        if (news) {
            Happening.ofOffer(subject(event), offer.state(), before.orElse(null), event.getChangedAt())
                    .ifPresent(systems::happened);
        }
        return news;
    }

    private static Subject subject(Offer event) {
        return new Subject(
                Kind.OFFER,
                event.getOfferId(),
                event.getVersion(),
                event.getState().name(),
                event.getProgrammeId(),
                event.getStudentId(),
                event.getInternshipId(),
                event.getPersonId(),
                event.getUniversity(),
                event.getCompany());
    }

    private static OfferNews offer(Offer event) {
        return new OfferNews(
                event.getProgrammeId(),
                event.getOfferId(),
                event.getVersion(),
                // The enums are equal by name, which a test holds on to.
                OfferState.valueOf(event.getState().name()),
                event.getPersonId(),
                event.getInternshipId(),
                new Facts(
                        event.getStartsOn(),
                        event.getEndsOn(),
                        event.getRespondBy(),
                        event.getReason(),
                        event.getParts().stream()
                                .map(part -> new ScorePart(part.getName(), part.getValue(), part.getWeight()))
                                .toList(),
                        List.copyOf(event.getMatchedSkills()),
                        event.getStudentId()),
                prompt(event),
                new Sides(event.getUniversity(), event.getCompany()));
    }

    /** The version that reminded, or told others, was made at that very instant. */
    private static Prompt prompt(Offer event) {
        if (event.getChangedAt().equals(event.getEscalatedAt())) {
            return Prompt.ESCALATION;
        }
        return event.getChangedAt().equals(event.getRemindedAt()) ? Prompt.REMINDER : Prompt.NONE;
    }
}
