package dev.talentpipeline.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events that no reader can read, about nobody, so that operations has failed events to look at. */
final class UnreadableEvents {

    private static final String TOPIC = "notices";

    private UnreadableEvents() {}

    /** Returns when the broker has them. */
    static void write(String bootstrap, int count) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(producer.send(unreadable(UUID.randomUUID().toString())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private static ProducerRecord<String, byte[]> unreadable(String id) {
        String key = "nobody-" + id + "/" + id;
        var event = new ProducerRecord<>(TOPIC, key, "no event".getBytes(UTF_8));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", "dev.talentpipeline.events.Notice");
        headers.put("ce_source", "notification-service");
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_subject", key);
        headers.put("correlationid", id);
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        return event;
    }
}
