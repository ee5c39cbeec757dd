package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.kit.kafka.ListenerPace;
import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.Facts.ScorePart;
import dev.talentpipeline.notification.inbox.Notices.Advance;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferNews.Prompt;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.Sides;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.inbox.kafka.ReadingNews.Read;
import dev.talentpipeline.notification.webhook.Happening;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.TellingSystems;
import dev.talentpipeline.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads {@code offers}. */
@Component
final class OfferListener {

    private final TellingPeople people;
    private final TellingSystems systems;
    private final ReadingNews reading;

    OfferListener(TellingPeople people, TellingSystems systems, ReadingNews reading) {
        this.people = people;
        this.systems = systems;
        this.reading = reading;
    }

    @KafkaListener(
            id = "offers",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).OFFERS.name()}",
            properties = ListenerPace.TOGETHER,
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        reading.readTogether(record, Topics.OFFERS, this::areNews);
    }

    private List<Boolean> areNews(List<Read<Offer>> read) {
        List<OfferNews> offers = read.stream().map(OfferListener::offer).toList();
        List<Advance> advances = people.offersChanged(offers);
        List<Happening> happened = new ArrayList<>();
        for (int each = 0; each < read.size(); each++) {
            Advance advance = advances.get(each);
            Offer event = read.get(each).event();
            OfferNews offer = offers.get(each);
            if (advance.isNews()) {
                Happening.ofOffer(subject(event), offer.state(), advance.before(), event.getChangedAt())
                        .map(happening -> happening.within(offer.traceparent()))
                        .ifPresent(happened::add);
            }
        }
        systems.happened(happened);
        return advances.stream().map(Advance::isNews).toList();
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

    private static OfferNews offer(Read<Offer> read) {
        Offer event = read.event();
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
                new Sides(event.getUniversity(), event.getCompany()),
                read.traceparent());
    }

    /** The version that reminded, or told others, was made at that very instant. */
    private static Prompt prompt(Offer event) {
        if (event.getChangedAt().equals(event.getEscalatedAt())) {
            return Prompt.ESCALATION;
        }
        return event.getChangedAt().equals(event.getRemindedAt()) ? Prompt.REMINDER : Prompt.NONE;
    }
}
