package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the partition of a key by its part before the first slash, so that everything of one programme lands in one partition number
 * on every topic. The hash is that of Kafka's own default partitioner (murmur2), so that a key without a slash lands where any other
 * producer would put it.
 */
public final class ProgrammePartitioner implements Partitioner {

    /** The partition of the key among so many partitions. */
    public static int partitionFor(String key, int partitions) {
        int slash = key.indexOf('/');
        String programme = slash < 0 ? key : key.substring(0, slash);
        return Utils.toPositive(Utils.murmur2(programme.getBytes(UTF_8))) % partitions;
    }

    @Override
    public int partition(
            String topic,
            @Nullable Object key,
            byte @Nullable [] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        if (key instanceof String text) {
            return partitionFor(text, cluster.partitionCountForTopic(topic));
        }
        throw new IllegalArgumentException(
                "key (%s) of a record for %s must be a String. Maybe it was serialized already.".formatted(key, topic));
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to configure: two producers that disagree would break the order of events.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
