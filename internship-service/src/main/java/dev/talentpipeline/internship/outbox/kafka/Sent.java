package dev.talentpipeline.internship.outbox.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** What one Kafka transaction took along, and where it ends in the partitions. */
final class Sent {

    private final List<Long> positions = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new LinkedHashMap<>();

    void add(List<RelayConnection.Due> due, List<RecordMetadata> places) {
        due.forEach(row -> positions.add(row.position()));
        places.forEach(place ->
                ends.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max));
    }

    List<Long> positions() {
        return positions;
    }

    /** The offsets that come next. */
    Map<TopicPartition, Long> ends() {
        return ends;
    }
}
