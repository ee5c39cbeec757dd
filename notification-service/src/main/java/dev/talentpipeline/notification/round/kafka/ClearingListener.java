package dev.talentpipeline.notification.round.kafka;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.round.Round;
import dev.talentpipeline.notification.round.TellingUnmatched;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code clearings} for the rounds among them. Where programmes clear all the time, no clearing ends anything. */
@Component
final class ClearingListener {

    private final TellingUnmatched telling;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    ClearingListener(
            TellingUnmatched telling, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.telling = telling;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    @KafkaListener(
            id = "clearings",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).CLEARINGS.name()}",
            concurrency = "1",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null && isNews(codec.decode(Topics.CLEARINGS, record.value()))) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    /** A clearing that the verifier refused released nothing, and is done again. */
    private boolean isNews(ClearingReport event) {
        if (event.getMode() != ClearingMode.ROUND || event.getBlockingPairs() > 0) {
            return true;
        }
        Round round = new Round(event.getProgrammeId(), event.getClearing(), event.getStartedAt());
        return transaction.execute(status -> telling.cleared(round));
    }
}
