package dev.talentpipeline.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Something that a service cannot read, so that operations has something to look at. It is about nobody. */
final class Poison {

    private Poison() {}

    /** Puts it where internship-service reads how notices get on. */
    static void onNotices(String eventId) {
        String key = "nobody-" + eventId + "/" + eventId;
        var record = new ProducerRecord<>(Topics.NOTICES.name(), key, "no event".getBytes(UTF_8));
        new EventHeaders(
                        eventId,
                        Topics.NOTICES.type().getName(),
                        Topics.NOTICES.writer(),
                        Instant.now(),
                        key,
                        eventId,
                        null,
                        null)
                .writeTo(record.headers());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RunningStack.shared().client().stack().kafka(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        ProgrammePartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
