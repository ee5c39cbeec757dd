package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.OutboxMessage;
import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.WriterReport;
import dev.talentpipeline.schemas.WriterReport.Written;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * Keeps account of how many records the relay has written into each partition, and of which were the latest, and commits it in the transaction that writes them, beside the offsets of a group that
 * nobody belongs to. A relay that starts goes on from what its predecessor committed. Used by one thread.
 */
final class WrittenAccounts {

    private static final String GROUP = Channels.written(ConsumerGroup.INTERNSHIP_SERVICE.id());

    private final ConsumerGroupMetadata group;
    private final Map<TopicPartition, Account> accounts = new HashMap<>();
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
        WrittenAccounts opened;
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            opened = new WrittenAccounts(consumer.groupMetadata());
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
                                    .ifPresent(report -> opened.accounts.put(partition, new Account(report)));
                        }
                    });
        }
        return opened;
    }

    /** Those of the batch stand at these places, one by one. */
    void wrote(List<RelayConnection.Due> batch, List<RecordMetadata> places) {
        for (int i = 0; i < places.size(); i++) {
            RecordMetadata place = places.get(i);
            OutboxMessage message = batch.get(i).message();
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            accounts.computeIfAbsent(partition, _ -> new Account(new WriterReport(place.offset(), 0, List.of())))
                    .add(new Written(place.offset(), message.key(), message.version()));
            touched.merge(partition, place.offset() + 1, Math::max);
        }
    }

    /** Puts the account of what was written into the producer's transaction. */
    void commitIn(KafkaProducer<?, ?> producer) {
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        touched.forEach((partition, next) -> {
            Account account = accounts.get(partition);
            if (account != null) {
                places.put(
                        partition, new OffsetAndMetadata(next, account.report().encoded()));
            }
        });
        producer.sendOffsetsToTransaction(places, group);
        touched.clear();
    }

    /** Of one partition, as it grows. */
    private static final class Account {

        private final long from;
        private final Deque<Written> tail;
        private long records;

        Account(WriterReport report) {
            from = report.from();
            records = report.records();
            tail = new ArrayDeque<>(report.tail());
        }

        void add(Written written) {
            records++;
            tail.addLast(written);
            if (tail.size() > WriterReport.MOST_LISTED) {
                tail.removeFirst();
            }
        }

        WriterReport report() {
            return new WriterReport(from, records, List.copyOf(tail));
        }
    }
}
