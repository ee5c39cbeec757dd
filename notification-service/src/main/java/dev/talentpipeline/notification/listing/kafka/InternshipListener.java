package dev.talentpipeline.notification.listing.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code internships}. Effect and version commit together; a tombstone leaves nothing to do. */
@Component
final class InternshipListener {

    private final KeepingListings listings;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    InternshipListener(
            KeepingListings listings, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.listings = listings;
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
        if (record.value() != null && isNews(internship(codec.decode(Topics.INTERNSHIPS, record.value())))) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private boolean isNews(Internship internship) {
        return transaction.execute(status -> listings.arrived(internship));
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
