package dev.talentpipeline.matching.topology;

import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record stands, or first stood if it is sent again. */
record Place(Topic<?> topic, int partition, long offset) {

    static Place of(RecordMetadata from) {
        return new Place(Facts.topic(from.topic()), from.partition(), from.offset());
    }

    static Place of(SentAgain said) {
        return new Place(Facts.topic(said.topic()), said.partition(), said.offset());
    }

    @Override
    public String toString() {
        return topic.name() + "-" + partition + "@" + offset;
    }
}
