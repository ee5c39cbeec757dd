package dev.talentpipeline.matching.topology;

import dev.talentpipeline.schemas.ConsumerGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Finds the last committed record of each input topic by reading backwards from its end, in windows that grow. */
final class KafkaInputEnds implements InputEnds {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_WINDOW = 16;
    private static final long GROWTH = 8;

    private final Map<String, Object> settings;

    /**
     * Over the broker of these consumer settings.
     *
     * @param clientSettings at least where the broker is; what matters for correctness is set here
     */
    KafkaInputEnds(Map<String, Object> clientSettings) {
        settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What is read is there. A fetch that waits at the end of one topic would hold up the first of the next for
        // half a second.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 0);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    @Override
    public Map<String, Long> of(int partition) {
        List<TopicPartition> inputs = ConsumerGroup.MATCHING_SERVICE.topics().stream()
                .map(topic -> new TopicPartition(topic.name(), partition))
                .toList();
        Map<String, Long> ends = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            Map<TopicPartition, Long> first = consumer.beginningOffsets(inputs);
            Map<TopicPartition, Long> stable = consumer.endOffsets(inputs);
            for (TopicPartition input : inputs) {
                long begin = first.getOrDefault(input, 0L);
                long end = stable.getOrDefault(input, 0L);
                afterLastRecord(consumer, input, begin, end).ifPresent(offset -> ends.put(input.topic(), offset));
            }
        }
        return ends;
    }

    private static Optional<Long> afterLastRecord(
            Consumer<byte[], byte[]> consumer, TopicPartition input, long begin, long end) {
        consumer.assign(List.of(input));
        long window = FIRST_WINDOW;
        long until = end;
        while (until > begin) {
            long from = Math.max(begin, end - window);
            Optional<Long> last = afterLastRecordBetween(consumer, input, from, end);
            if (last.isPresent()) {
                return last;
            }
            until = from;
            window *= GROWTH;
        }
        return Optional.empty();
    }

    private static Optional<Long> afterLastRecordBetween(
            Consumer<byte[], byte[]> consumer, TopicPartition input, long from, long end) {
        consumer.seek(input, from);
        Optional<Long> last = Optional.empty();
        while (consumer.position(input) < end) {
            for (var record : consumer.poll(POLL).records(input)) {
                if (record.offset() < end) {
                    last = Optional.of(record.offset() + 1);
                }
            }
        }
        return last;
    }
}
