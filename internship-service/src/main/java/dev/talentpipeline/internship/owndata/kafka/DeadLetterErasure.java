package dev.talentpipeline.internship.owndata.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.schemas.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Takes dead letters of erased people out. A topic of dead letters is not compacted, so a partition that holds one is written once more at its
 * end, each such letter without its value and its fault's text, and everything before is deleted. A crash in between leaves some letters twice,
 * which does no harm: readers drop versions that they hold.
 */
final class DeadLetterErasure {

    /** Says of a dead letter why nothing is left of it but its key. */
    private static final String ERASED = "erased";

    private final TopicScan scan;
    private final Map<String, Object> producerSettings;

    DeadLetterErasure(TopicScan scan, Map<String, Object> producerSettings) {
        this.scan = scan;
        Map<String, Object> all = new HashMap<>(producerSettings);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_SET_ASIDE_BYTES);
        this.producerSettings = Map.copyOf(all);
    }

    /** Takes the letters with these keys out of the topic. */
    void erase(Admin admin, String topic, Set<String> keys) {
        if (!scan.holds(topic, keys)) {
            return;
        }
        Map<Integer, List<ConsumerRecord<String, byte[]>>> byPartition =
                scan.all(topic).stream().collect(Collectors.groupingBy(ConsumerRecord::partition));
        newSegments(admin, topic, new AlterConfigOp(new ConfigEntry("segment.ms", "1"), OpType.SET));
        try {
            byPartition.values().stream()
                    .filter(letters -> letters.stream().anyMatch(letter -> isErased(letter, keys)))
                    .forEach(letters -> rewrite(admin, letters, keys));
        } finally {
            newSegments(admin, topic, new AlterConfigOp(new ConfigEntry("segment.ms", null), OpType.DELETE));
        }
    }

    private static boolean isErased(ConsumerRecord<String, byte[]> letter, Set<String> keys) {
        return letter.value() != null && keys.contains(letter.key());
    }

    private void rewrite(Admin admin, List<ConsumerRecord<String, byte[]>> letters, Set<String> keys) {
        TopicPartition partition = new TopicPartition(
                letters.getFirst().topic(), letters.getFirst().partition());
        long begin = Long.MAX_VALUE;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(producerSettings, new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> letter : letters) {
                // One by one: the first begins a new segment, and the order stays.
                begin = Math.min(
                        begin,
                        producer.send(copy(letter, isErased(letter, keys)))
                                .get()
                                .offset());
            }
        } catch (ExecutionException e) {
            throw new KafkaException("Dead letters could not be written again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while dead letters were written again.", e);
        }
        Admins.await(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(begin)))
                .all());
    }

    private static ProducerRecord<String, byte[]> copy(ConsumerRecord<String, byte[]> letter, boolean erased) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<String, byte[]>(
                letter.topic(), letter.partition(), letter.key(), erased ? null : letter.value());
        for (Header header : letter.headers()) {
            // A fault's text may quote what it was about.
            if (!erased || !header.key().contains("exception")) {
                copy.headers().add(header);
            }
        }
        if (erased) {
            copy.headers().add(ERASED, "true".getBytes(UTF_8));
        }
        return copy;
    }

    private static void newSegments(Admin admin, String topic, AlterConfigOp change) {
        Collection<AlterConfigOp> changes = List.of(change);
        Admins.await(
                admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
                        .all());
    }
}
