package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Import;
import dev.talentpipeline.notification.inbox.ImportNews;
import dev.talentpipeline.notification.inbox.ImportState;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.webhook.Happening;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.TellingSystems;
import dev.talentpipeline.schemas.Topics;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads {@code imports}. */
@Component
final class ImportListener {

    private final TellingPeople people;
    private final TellingSystems systems;
    private final Notices notices;
    private final ReadingNews reading;

    ImportListener(TellingPeople people, TellingSystems systems, Notices notices, ReadingNews reading) {
        this.people = people;
        this.systems = systems;
        this.notices = notices;
        this.reading = reading;
    }

    @KafkaListener(
            id = "imports",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).IMPORTS.name()}",
            concurrency = "1",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        reading.read(record, Topics.IMPORTS, this::isNews);
    }

    private boolean isNews(Import event) {
        ImportNews file = news(event);
        Optional<ImportState> before = notices.lastReadOfImport(file.programmeId(), file.importId());
        boolean news = people.importChanged(file);
        if (news) {
            Happening.ofImport(subject(event), file, before, event.getChangedAt())
                    .ifPresent(systems::happened);
        }
        return news;
    }

    /** A file of openings is a company's, every other a university's. */
    private static Subject subject(Import event) {
        boolean ofCompany = event.getKind().equals("OPENINGS");
        return new Subject(
                Kind.IMPORT,
                event.getImportId(),
                event.getVersion(),
                event.getState().name(),
                event.getProgrammeId(),
                "",
                "",
                "",
                ofCompany ? "" : event.getOrganisation(),
                ofCompany ? event.getOrganisation() : "");
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
