package dev.talentpipeline.benchmarks.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The yardstick: a Kafka Streams application that does nothing but hand records from one topic to another, on the stack's own broker, with the guarantee, the partitions, the
 * threads and the commit interval that the matcher has. Its topics and its state go when it is closed.
 */
final class BareHop implements AutoCloseable {

    private static final Duration GIVE_UP = Duration.ofMinutes(5);
    private static final Duration STARTING = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final String bootstrap;
    private final String in = "bench-hop-in-" + UUID.randomUUID();
    private final String out = in.replace("-in-", "-out-");
    private final int partitions;
    private final Admin admin;
    private final Path state;
    private final KafkaStreams streams;

    BareHop(String bootstrap, int partitions, int commitIntervalMs) throws IOException, ExecutionException {
        this.bootstrap = bootstrap;
        this.partitions = partitions;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        state = Files.createTempDirectory("bench-hop");
        await(() -> admin.createTopics(
                        List.of(new NewTopic(in, partitions, (short) 1), new NewTopic(out, partitions, (short) 1)))
                .all()
                .get());
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, byte[]>stream(in).to(out);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                in,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                commitIntervalMs,
                StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
                Serdes.StringSerde.class,
                StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
                Serdes.ByteArraySerde.class));
        streams = new KafkaStreams(builder.build(), settings);
        streams.start();
        long deadlineNanos = System.nanoTime() + STARTING.toNanos();
        while (streams.state() != KafkaStreams.State.RUNNING) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IllegalStateException(
                        "state (%s) of the bare hop must be RUNNING.".formatted(streams.state()));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    @FunctionalInterface
    private interface Waiting<R> {
        R get() throws InterruptedException, ExecutionException;
    }

    private static <R> R await(Waiting<R> waiting) throws ExecutionException {
        try {
            return waiting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked.", e);
        }
    }

    /** How many records a second come out, from the first that is sent to the last that can be read. */
    double recordsPerSecond(int records, int bytes) {
        try (KafkaConsumer<String, byte[]> arrived = arrivals();
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.ACKS_CONFIG, "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            byte[] value = new byte[bytes];
            ThreadLocalRandom.current().nextBytes(value);
            long began = System.nanoTime();
            for (int i = 0; i < records; i++) {
                var _ = producer.send(new ProducerRecord<>(in, Integer.toString(i), value));
            }
            producer.flush();
            int seen = 0;
            while (seen < records) {
                seen += arrived.poll(Duration.ofMillis(50)).count();
                if (System.nanoTime() - began > GIVE_UP.toNanos()) {
                    throw new IllegalStateException("records (%d) that came out must be %d.".formatted(seen, records));
                }
            }
            return records * 1e9 / (System.nanoTime() - began);
        }
    }

    private KafkaConsumer<String, byte[]> arrivals() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(out, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        return consumer;
    }

    @Override
    public void close() throws ExecutionException {
        streams.close();
        streams.cleanUp();
        await(() -> admin.deleteTopics(List.of(in, out)).all().get());
        admin.close();
        state.toFile().deleteOnExit();
    }
}
