package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Import;
import dev.talentpipeline.notification.inbox.ImportNews;
import dev.talentpipeline.notification.inbox.ImportState;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads {@code imports}. */
@Component
final class ImportListener {

    private final TellingPeople people;
    private final ReadingNews reading;

    ImportListener(TellingPeople people, ReadingNews reading) {
        this.people = people;
        this.reading = reading;
    }

    @KafkaListener(
            id = "imports",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).IMPORTS.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        reading.read(record, Topics.IMPORTS, event -> people.importChanged(news(event)));
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
