package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Import;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.inbox.ImportNews;
import dev.talentpipeline.notification.inbox.ImportState;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code imports}. Notice and version commit together; a tombstone leaves nothing to do. */
@Component
final class ImportListener {

    private final TellingPeople people;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    ImportListener(TellingPeople people, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.people = people;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    @KafkaListener(
            id = "imports",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).IMPORTS.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        if (record.value() != null && isNews(news(codec.decode(Topics.IMPORTS, record.value())))) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private boolean isNews(ImportNews news) {
        return transaction.execute(status -> people.importChanged(news));
    }

    private static ImportNews news(Import event) {
        return new ImportNews(
                event.getProgrammeId(),
                event.getImportId(),
                event.getVersion(),
                // The enums are equal by name, which a test holds on to.
                ImportState.valueOf(event.getState().name()),
                event.getFault() != null,
                event.getOrganisation(),
                new ImportNews.Rows(
                        event.getRowsRead(),
                        event.getRowsNew(),
                        event.getRowsChanged(),
                        event.getRowsSame(),
                        event.getRowsBad()));
    }
}
