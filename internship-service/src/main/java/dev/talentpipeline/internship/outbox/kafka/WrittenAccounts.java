package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.WriterReport;
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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Keeps account of how many records the relay has written into each partition, and commits it in the transaction that writes them, beside the offsets of a group that nobody belongs to. A relay that
 * starts goes on from what its predecessor committed. Used by one thread.
 */
final class WrittenAccounts {

    private static final String GROUP = Channels.written(ConsumerGroup.INTERNSHIP_SERVICE.id());

    private final ConsumerGroupMetadata group;
    private final Map<TopicPartition, WriterReport> reports = new HashMap<>();
    /** What the transaction at hand has written, with the offset that comes next. */
    private final Map<TopicPartition, Long> touched = new HashMap<>();

    private WrittenAccounts(ConsumerGroupMetadata group) {
        this.group = group;
    }

    /** Goes on from what was committed; waits for a transaction that is not decided yet. */
    static WrittenAccounts opened(Map<String, Object> clientSettings) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        WrittenAccounts accounts;
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            accounts = new WrittenAccounts(consumer.groupMetadata());
        }
        try (Admin admin = Admin.create(clientSettings)) {
            admin.listConsumerGroupOffsets(
                            Map.of(GROUP, new ListConsumerGroupOffsetsSpec()),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(GROUP)
                    .get()
                    .forEach((partition, place) -> {
                        if (place != null) {
                            WriterReport.parse(place.metadata())
                                    .ifPresent(report -> accounts.reports.put(partition, report));
                        }
                    });
        }
        return accounts;
    }

    void wrote(List<RecordMetadata> places) {
        for (RecordMetadata place : places) {
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            WriterReport before = reports.getOrDefault(partition, new WriterReport(place.offset(), 0));
            reports.put(partition, new WriterReport(before.from(), before.records() + 1));
            touched.merge(partition, place.offset() + 1, Math::max);
        }
    }

    /** Puts the account of what was written into the producer's transaction. */
    void commitIn(KafkaProducer<?, ?> producer) {
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        touched.forEach((partition, next) -> {
            WriterReport report = reports.get(partition);
            if (report != null) {
                places.put(partition, new OffsetAndMetadata(next, report.encoded()));
            }
        });
        producer.sendOffsetsToTransaction(places, group);
        touched.clear();
    }
}
