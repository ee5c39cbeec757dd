package dev.talentpipeline.notification.listing.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.notification.listing.Programme;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code programmes}. Effect and version commit together; a tombstone leaves nothing to do. */
@Component
final class ProgrammeListener {

    private final KeepingListings listings;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    ProgrammeListener(
            KeepingListings listings, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.listings = listings;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    @KafkaListener(
            id = "programmes",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).PROGRAMMES.name()}",
            concurrency = "1",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null && isNews(programme(codec.decode(Topics.PROGRAMMES, record.value())))) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private boolean isNews(Programme programme) {
        return transaction.execute(status -> listings.arrived(programme));
    }

    private static Programme programme(dev.talentpipeline.events.Programme event) {
        return new Programme(
                event.getProgrammeId(),
                event.getVersion(),
                event.getName(),
                event.getUniversityEndorsement(),
                switch (event.getApprovalDefault()) {
                    case LAPSE, APPROVE -> event.getApprovalDefault().name();
                    case UNKNOWN -> null;
                },
                switch (event.getEndorsementDefault()) {
                    case LAPSE, ENDORSE -> event.getEndorsementDefault().name();
                    case UNKNOWN -> null;
                });
    }
}
