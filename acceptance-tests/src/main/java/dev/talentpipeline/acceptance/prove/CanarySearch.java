package dev.talentpipeline.acceptance.prove;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks for a canary, which is of digits alone, in every file of a running stack and in every record of its topics. */
final class CanarySearch {

    /** The mail server of the local stack stands for the outside world, and programs hold no data. */
    private static final Set<String> OUTSIDE = Set.of("mail", "apps");

    private final Path directory;
    private final String kafka;
    private final String canary;

    CanarySearch(Path directory, String kafka, String canary) {
        this.directory = directory;
        this.kafka = kafka;
        this.canary = canary;
    }

    /** How many files of each store hold the canary. */
    Map<String, Long> files() {
        Map<String, Long> hits = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isSearched(file) && read(file).contains(canary)) {
                    hits.merge(store(file), 1L, Long::sum);
                }
            }
            return hits;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                // Something went away while the tree was walked: look again.
                return files();
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSearched(Path file) {
        Path below = directory.relativize(file);
        for (Path part : below) {
            if (OUTSIDE.contains(part.toString())) {
                return false;
            }
        }
        // A broker's indexes hold offsets and times only, in large files that are mostly holes.
        return Files.isRegularFile(file) && !file.toString().endsWith("index");
    }

    private static String read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** {@code kafka TOPIC}, {@code postgres FOLDER}, otherwise the folder of the part. */
    private String store(Path file) {
        Path below = directory.relativize(file);
        String part = below.getNameCount() > 1 ? below.getName(1).toString() : below.toString();
        return switch (part) {
            case "kafka" ->
                "kafka " + below.getName(below.getNameCount() - 2).toString().replaceAll("-[0-9]+$", "");
            case "postgres" -> "postgres " + (below.getNameCount() > 3 ? below.getName(3) : below.getFileName());
            default -> below.getName(0) + " " + part;
        };
    }

    /** The topics with a record whose value or headers hold the canary, whatever form the files give it. */
    Set<String> topics() {
        Set<String> found = new TreeSet<>();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            for (String topic : admin.listTopics().names().get()) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (partitions.stream()
                        .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                    consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                        StringBuilder all = new StringBuilder();
                        if (record.value() != null) {
                            all.append(new String(record.value(), ISO_8859_1));
                        }
                        record.headers().forEach(header -> {
                            if (header.value() != null) {
                                all.append(new String(header.value(), ISO_8859_1));
                            }
                        });
                        if (all.indexOf(canary) >= 0) {
                            found.add(topic);
                        }
                    });
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
