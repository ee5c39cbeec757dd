package dev.talentpipeline.internship.owndata.kafka;

import dev.talentpipeline.events.Erasure;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.internship.owndata.ErasureEvents;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Erasures on the topic {@code erasures}. */
@Component
final class AvroErasureEvents implements ErasureEvents {

    private static final long ONLY_VERSION = 1;

    private final AvroOutbox outbox;

    AvroErasureEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void erased(UUID person, Instant at) {
        Erasure event = Erasure.newBuilder()
                .setPersonId(person.toString())
                .setVersion(ONLY_VERSION)
                .setErasedAt(at)
                .build();
        outbox.append(Topics.ERASURES, person.toString(), ONLY_VERSION, event);
    }
}
