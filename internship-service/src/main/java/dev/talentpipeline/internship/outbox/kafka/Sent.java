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
    private final Map<String, Long> byTopic = new LinkedHashMap<>();

    void add(List<RelayConnection.Due> due, List<RecordMetadata> places) {
        due.forEach(row -> {
            positions.add(row.position());
            byTopic.merge(row.message().topic(), 1L, Long::sum);
        });
        places.forEach(place ->
                ends.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max));
    }

    List<Long> positions() {
        return positions;
    }

    /** How many events went to each topic. */
    Map<String, Long> byTopic() {
        return byTopic;
    }

    /** The offsets that come next. */
    Map<TopicPartition, Long> ends() {
        return ends;
    }
}
