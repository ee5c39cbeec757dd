package dev.talentpipeline.matching.topology;

import dev.talentpipeline.schemas.ConsumerGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks the broker what was committed of the accounts, and waits for transactions that are not decided yet. */
final class KafkaCommitted implements ReadingAccounts.Committed {

    private final Map<String, Object> settings;

    /**
     * Over the broker of these settings.
     *
     * @param clientSettings at least where the broker is
     */
    KafkaCommitted(Map<String, Object> clientSettings) {
        settings = Map.copyOf(clientSettings);
    }

    /**
     * The accounts' group, as somebody knows it who has not joined it.
     *
     * @param clientSettings at least where the broker is
     */
    static ConsumerGroupMetadata group(Map<String, Object> clientSettings) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, ConsumerGroup.MATCHING_SERVICE.accounts());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            return consumer.groupMetadata();
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> of(List<TopicPartition> partitions) {
        String group = ConsumerGroup.MATCHING_SERVICE.accounts();
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        try (Admin admin = Admin.create(settings)) {
            admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(group)
                    .get()
                    .forEach((partition, place) -> {
                        if (place != null) {
                            committed.put(partition, place);
                        }
                    });
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
        }
        return committed;
    }
}
