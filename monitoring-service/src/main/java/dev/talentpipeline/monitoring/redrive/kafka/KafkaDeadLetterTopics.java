package dev.talentpipeline.monitoring.redrive.kafka;

import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.redrive.DeadLetterTopics;
import dev.talentpipeline.monitoring.redrive.Redrives.Queued;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/**
 * Takes raw records from where they were set aside to {@code <group>-redrive}: the bytes, the key, the partition and the headers as they are, but for those that say why it failed. The
 * journal has no values, so they are read where they stand. Used by one thread.
 */
@Component
final class KafkaDeadLetterTopics implements DeadLetterTopics, DisposableBean {

    /** Before the names of all headers that tell of a failure. */
    private static final String OF_THE_FAILURE = "kafka_dlt-";
    /** Says of a dead letter that nothing is left of it but its key. */
    private static final String ERASED = "erased";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> consumerSettings;
    private final KafkaProducer<byte[], byte[]> producer;

    KafkaDeadLetterTopics(KafkaProperties kafka) {
        consumerSettings = new HashMap<>(kafka.buildConsumerProperties());
        consumerSettings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // What is not there any more was deleted, and the next one is another.
        consumerSettings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumerSettings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 0);
        consumerSettings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        Map<String, Object> producerSettings = new HashMap<>(kafka.buildProducerProperties());
        producerSettings.put(ProducerConfig.ACKS_CONFIG, "all");
        producerSettings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producerSettings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_SET_ASIDE_BYTES);
        producer = new KafkaProducer<>(producerSettings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Map<Long, Result> sendAgain(List<Queued> records) {
        Map<Long, Result> results = new LinkedHashMap<>();
        if (records.isEmpty()) {
            return results;
        }
        List<Future<RecordMetadata>> leaving = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Queued queued : records) {
                Optional<ConsumerRecord<byte[], byte[]>> found = find(consumer, queued.places());
                if (found.isEmpty()) {
                    results.put(queued.record(), Result.GONE);
                } else if (found.get().headers().lastHeader(ERASED) != null) {
                    results.put(queued.record(), Result.ERASED);
                } else {
                    leaving.add(producer.send(again(queued, found.get())));
                    results.put(queued.record(), Result.SENT);
                }
            }
        }
        leaving.forEach(KafkaDeadLetterTopics::await);
        return results;
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> find(
            KafkaConsumer<byte[], byte[]> consumer, List<Position> places) {
        for (Position place : places) {
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (place.offset() < begin || place.offset() >= end) {
                continue;
            }
            consumer.seek(partition, place.offset());
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition) <= place.offset() && System.nanoTime() < until) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                    if (record.offset() == place.offset()) {
                        return Optional.of(record);
                    }
                }
            }
            if (consumer.position(partition) <= place.offset()) {
                throw new KafkaException("The broker has not shown the dead letter in time.");
            }
        }
        return Optional.empty();
    }

    private static ProducerRecord<byte[], byte[]> again(Queued queued, ConsumerRecord<byte[], byte[]> letter) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(queued.group() + "-redrive", letter.partition(), letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(OF_THE_FAILURE)) {
                record.headers().add(header);
            }
        }
        Header offset = letter.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET);
        new SentAgain(
                        Long.toString(queued.record()),
                        queued.topic(),
                        letter.partition(),
                        offset == null || offset.value() == null || offset.value().length != Long.BYTES
                                ? letter.offset()
                                : ByteBuffer.wrap(offset.value()).getLong())
                .writeTo(record.headers());
        return record;
    }

    private static void await(Future<RecordMetadata> leaving) {
        try {
            leaving.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("A dead letter could not be sent again.", e);
        }
    }

    @Override
    public void destroy() {
        producer.close();
    }
}
