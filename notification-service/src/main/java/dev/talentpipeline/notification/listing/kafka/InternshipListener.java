package dev.talentpipeline.notification.listing.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.inbox.OpeningApproval;
import dev.talentpipeline.notification.inbox.OpeningNews;
import dev.talentpipeline.notification.inbox.OpeningReading;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code internships}: labels, and what of their approval desks are told. Effect and version commit together; a tombstone leaves nothing to do. */
@Component
final class InternshipListener {

    private final KeepingListings listings;
    private final TellingPeople people;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    InternshipListener(
            KeepingListings listings,
            TellingPeople people,
            EventCodec codec,
            EventCounters counters,
            TransactionOperations transaction) {
        this.listings = listings;
        this.people = people;
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
        return transaction.execute(status -> people.openingChanged(news, () -> listings.arrived(internship)));
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
