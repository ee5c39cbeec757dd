package dev.talentpipeline.notification;

import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import dev.talentpipeline.stack.MailServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real broker, database and registry, and a mail server that keeps what it is sent. Tests share them, and so choose ids
 * of their own.
 */
public final class Surroundings {

    private static final Infrastructure INFRASTRUCTURE = Infrastructure.shared();
    private static final EventCodec CODEC = new EventCodec(INFRASTRUCTURE.registryUrl());
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    INFRASTRUCTURE.bootstrapServers(),
                    ProducerConfig.PARTITIONER_CLASS_CONFIG,
                    ProgrammePartitioner.class.getName()),
            new StringSerializer(),
            new ByteArraySerializer());

    private Surroundings() {}

    /** Points the service at the surroundings, its mails at this server. */
    public static void register(DynamicPropertyRegistry properties, MailServer mail) {
        properties.add("spring.kafka.bootstrap-servers", INFRASTRUCTURE::bootstrapServers);
        properties.add("spring.datasource.url", () -> INFRASTRUCTURE.jdbcUrl("notification"));
        properties.add("spring.datasource.username", INFRASTRUCTURE::username);
        properties.add("spring.datasource.password", INFRASTRUCTURE::password);
        properties.add("talentpipeline.registry-url", INFRASTRUCTURE::registryUrl);
        properties.add("talentpipeline.jwk-set-uri", TestTokens.shared()::jwkSetUri);
        properties.add("spring.mail.port", mail::smtpPort);
        properties.add("talentpipeline.mail.first-retry", () -> "100ms");
        properties.add("talentpipeline.mail.longest-retry", () -> "400ms");
        properties.add("talentpipeline.mail.poll", () -> "200ms");
        properties.add("talentpipeline.erasure-window", () -> "PT20S");
    }

    /** A mail server that can be closed and started again on the same port and mailbox. */
    public static MailServer mailServer(Path mailbox, int smtpPort) {
        return MailServer.start(mailbox, smtpPort, 0);
    }

    public static Path mailbox() {
        try {
            Path mailbox = Files.createTempFile("notification-mail-", ".jsonl");
            mailbox.toFile().deleteOnExit();
            return mailbox;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static String bootstrapServers() {
        return INFRASTRUCTURE.bootstrapServers();
    }

    public static void publish(String key, SpecificRecord event) {
        send(Topics.carrying(event.getClass()).name(), key, CODEC.encode(event));
    }

    /** Hands an event over to the broker without waiting for it, as somebody does who has many. */
    public static void publishWithoutWaiting(String key, SpecificRecord event, Consumer<Exception> refused) {
        PRODUCER.send(
                new ProducerRecord<>(Topics.carrying(event.getClass()).name(), key, CODEC.encode(event)),
                (place, fault) -> {
                    if (fault != null) {
                        refused.accept(fault);
                    }
                });
    }

    /** Sends an event that was set aside to this service alone, as what stood first in its topic. */
    public static void sendAgain(String sending, String key, SpecificRecord event) {
        var record = new ProducerRecord<>(ConsumerGroup.NOTIFICATION_SERVICE.redrive(), key, CODEC.encode(event));
        new SentAgain(sending, Topics.carrying(event.getClass()).name(), 0, 0).writeTo(record.headers());
        send(record);
    }

    /** Sends bytes as they are; null is a tombstone. Returns when the broker has them. */
    public static void send(String topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
