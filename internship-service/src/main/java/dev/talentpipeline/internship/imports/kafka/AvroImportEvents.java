package dev.talentpipeline.internship.imports.kafka;

import dev.talentpipeline.events.ImportState;
import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.Import;
import dev.talentpipeline.internship.imports.ImportEvents;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Imports on the topic {@code imports}: states and counts, and nothing of what a file says. */
@Component
final class AvroImportEvents implements ImportEvents {

    private final AvroOutbox outbox;

    AvroImportEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Import changed, Instant at) {
        outbox.append(
                Topics.IMPORTS,
                Topic.key(changed.programme(), changed.id().toString()),
                changed.version(),
                event(changed, at));
    }

    private static dev.talentpipeline.events.Import event(Import changed, Instant at) {
        Import.Counts counts = changed.counts();
        Fault fault = changed.fault();
        return dev.talentpipeline.events.Import.newBuilder()
                .setProgrammeId(changed.programme())
                .setImportId(changed.id().toString())
                .setVersion(changed.version())
                .setState(ImportState.valueOf(changed.state().name()))
                .setKind(changed.kind().name())
                .setOrganisation(changed.organisation())
                .setRowsRead(counts.read())
                .setRowsNew(counts.fresh())
                .setRowsChanged(counts.changed())
                .setRowsSame(counts.same())
                .setRowsBad(counts.bad())
                .setFault(fault == null ? null : fault.type())
                .setCreatedAt(changed.createdAt())
                .setChangedAt(at)
                .build();
    }
}
