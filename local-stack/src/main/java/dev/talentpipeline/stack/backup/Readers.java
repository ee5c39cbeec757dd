package dev.talentpipeline.stack.backup;

import dev.talentpipeline.stack.process.ProcessException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the readers of a broker's topics are. */
final class Readers implements AutoCloseable {

    private final Admin admin;

    Readers(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    String cluster() {
        return await(admin.describeCluster().clusterId());
    }

    /** By group and {@code topic-partition} the offset that is read next. */
    Map<String, Map<String, Long>> positions() {
        Map<String, Map<String, Long>> positions = new TreeMap<>();
        for (GroupListing group : await(admin.listGroups().all())) {
            Map<String, Long> offsets = new TreeMap<>();
            await(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata())
                    .forEach((partition, at) -> {
                        if (at != null) {
                            offsets.put(partition.toString(), at.offset());
                        }
                    });
            positions.put(group.groupId(), offsets);
        }
        return positions;
    }

    /**
     * Sets a group, which must have no member, back to where it was. Where it had read nothing by then, all that it has read came later, and is read again.
     *
     * @param read topics of which that holds
     */
    void setBack(String group, Map<String, Long> positions, Set<String> read) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        Set<String> topics = await(admin.listTopics().names());
        positions.forEach((name, offset) -> {
            int dash = name.lastIndexOf('-');
            TopicPartition partition =
                    new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
            if (topics.contains(partition.topic())) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        });
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .keySet()
                .forEach(partition -> {
                    if (read.contains(partition.topic())) {
                        offsets.putIfAbsent(partition, new OffsetAndMetadata(0));
                    }
                });
        if (!offsets.isEmpty()) {
            await(admin.alterConsumerGroupOffsets(group, offsets).all());
        }
    }

    private static <T> T await(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new ProcessException("The broker did not answer: %s".formatted(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessException("Interrupted while the broker was asked.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
