package dev.talentpipeline.notification.listing.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.OpeningApproval;
import dev.talentpipeline.notification.inbox.OpeningNews;
import dev.talentpipeline.notification.inbox.OpeningReading;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.notification.webhook.Happening;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.TellingSystems;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code internships}: labels, and what of their approval desks and systems are told. Effect and version commit together; a tombstone leaves nothing to do. */
@Component
final class InternshipListener {

    private final KeepingListings listings;
    private final TellingPeople people;
    private final TellingSystems systems;
    private final Notices notices;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    InternshipListener(
            KeepingListings listings,
            TellingPeople people,
            TellingSystems systems,
            Notices notices,
            EventCodec codec,
            EventCounters counters,
            TransactionOperations transaction) {
        this.listings = listings;
        this.people = people;
        this.systems = systems;
        this.notices = notices;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    @KafkaListener(
            id = "internships",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).INTERNSHIPS.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null && isNews(codec.decode(Topics.INTERNSHIPS, record.value()))) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private boolean isNews(dev.talentpipeline.events.Internship event) {
        Internship internship = internship(event);
        OpeningNews news = news(event);
        return transaction.execute(status -> {
            Optional<OpeningReading> before = notices.lastReadOfOpening(news.programmeId(), news.internshipId());
            boolean changed = people.openingChanged(news, () -> listings.arrived(internship));
            if (changed) {
                Happening.ofOpening(subject(event), news.reading(), before, news.approvers(), event.getChangedAt())
                        .ifPresent(systems::happened);
            }
            return changed;
        });
    }

    private static Subject subject(dev.talentpipeline.events.Internship event) {
        return new Subject(
                Kind.INTERNSHIP,
                event.getInternshipId(),
                event.getVersion(),
                event.getState().name(),
                event.getProgrammeId(),
                "",
                "",
                "",
                "",
                event.getCompany());
    }

    private static OpeningNews news(dev.talentpipeline.events.Internship event) {
        return new OpeningNews(
                event.getProgrammeId(),
                event.getInternshipId(),
                event.getVersion(),
                new OpeningReading(
                        approval(event.getApproval()), !event.getApprovers().isEmpty()),
                event.getCompany(),
                event.getApprovers(),
                event.getApprovalReason());
    }

    /** A word that is not known here stands for nothing that anybody is told. */
    private static OpeningApproval approval(String word) {
        return Arrays.stream(OpeningApproval.values())
                .filter(approval -> approval.name().equals(word))
                .findFirst()
                .orElse(OpeningApproval.UNKNOWN);
    }

    private static Internship internship(dev.talentpipeline.events.Internship event) {
        return new Internship(
                event.getProgrammeId(),
                event.getInternshipId(),
                event.getVersion(),
                event.getTitle(),
                event.getCompany(),
                event.getStipend());
    }
}
