package dev.talentpipeline.acceptance.prove;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/**
 * Enters a canary, a number that stands nowhere else, in every field that a person may fill, has events flow and one of them fail, and sees that the
 * canary is found in every store that should have it. Then it erases the person, waits for the end of the erasure window, and searches every file of
 * the stack and every record of every topic. The stack has to be started with a short window: {@code PIPELINE_ERASURE_WINDOW=PT1M ./pipeline up}.
 */
final class ErasureProof implements Proof {

    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    /** The mail server of the local stack stands for the outside world, and programs hold no data. */
    private static final Set<String> OUTSIDE = Set.of("mail", "apps");

    private final Path directory = Path.of(System.getenv().getOrDefault("PIPELINE_DIRECTORY", ".pipeline"));
    private final Checks checks = new Checks();

    @Override
    public List<String> run(PipelineClient client) {
        String canary = canary();
        Season season = Season.open(client, "erasure", Map.of("clearingInterval", "PT0.2S", "responseWindow", "P3D"));
        JsonNode student = enter(season, canary);
        String person = student.get("person").asString();
        PipelineSession self = season.themselves(person);
        PipelineSession acting = season.actingAs(person);
        String internship = postInternship(season, "E1");
        meet(season, self, student, internship, canary);
        String first = offerOf(season, student, internship);
        expect(self.post(decisions(first), Map.of("decision", "ACCEPT")));
        work(season, self, first, canary);
        expect(self.post(
                decisions(first), Map.of("decision", "RELEASE", "reason", "illness", "letter", "letter " + canary)));
        expect(season.company()
                .post(
                        decisions(first),
                        Map.of("decision", "REFUSE_RELEASE", "reason", "other", "letter", "answer " + canary)));
        expect(season.university().post(decisions(first), Map.of("decision", "RELEASE")));
        String second = offerOf(season, student, postInternship(season, "E2"));
        expect(self.post(decisions(second), Map.of("decision", "DECLINE", "reason", "too-far")));
        deadLetter(client, season.programme() + "/" + student.get("id").asString(), canary);

        seenBefore(client, canary);
        checks.holds(
                expect(self.get("/api/v1/people/me/personal-data")).toString().contains(canary),
                "the person reads what is held about them");

        Instant asked = Instant.now();
        JsonNode erasure = expect(season.university().delete("/api/v1/people/" + person + "/personal-data"));
        Instant by = Instant.parse(erasure.get("completeBy").asString());
        if (Duration.between(asked, by).compareTo(LONGEST_WINDOW) > 0) {
            return List.of(
                    "the window ends at %s. Maybe start the stack with PIPELINE_ERASURE_WINDOW=PT1M.".formatted(by));
        }
        awaitOnly(by, () -> hits(canary).isEmpty());
        Map<String, Long> left = hits(canary);
        System.out.printf(
                "files with a canary       %d after %d s, window %d s%n",
                left.values().stream().mapToLong(Long::longValue).sum(),
                Duration.between(asked, Instant.now()).toSeconds(),
                Duration.between(asked, by).toSeconds());
        pauseUntil(by);
        left = hits(canary);
        checks.holds(left.isEmpty(), "no file holds a canary after the window: " + left);
        Set<String> topics = topicsWith(client, canary);
        checks.holds(topics.isEmpty(), "no record on any topic holds a canary after the window: " + topics);
        checks.holds(acting.get("/api/v1/people/me").status() == 404, "nobody is found by the id");
        return checks.failures();
    }

    /** Digits, since those may stand in every field, a telephone number included. */
    private static String canary() {
        return new SecureRandom().ints(24, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static String decisions(String offer) {
        return "/api/v1/offers/" + offer + "/decisions";
    }

    private static JsonNode enter(Season season, String canary) {
        return season.postStudent(
                canary,
                Map.of(
                        "name", "王 " + canary,
                        "email", canary + "@students.example.org",
                        "phone", "+86 " + canary,
                        "major", "Major " + canary,
                        "researchTopics", List.of("topic " + canary),
                        "availableFrom", today()));
    }

    private static String postInternship(Season season, String reference) {
        return season.postInternship(reference, Map.of("startsOn", today()))
                .get("id")
                .asString();
    }

    /** Both meet before they are matched, and the student shows a dossier. */
    private static void meet(Season season, PipelineSession self, JsonNode student, String internship, String canary) {
        JsonNode invited = expect(season.company()
                .post(
                        season.path("/invitations"),
                        Map.of(
                                "internship",
                                internship,
                                "student",
                                student.get("id").asString(),
                                "message",
                                "message " + canary)));
        String meeting = "/api/v1/meetings/" + invited.get("id").asString();
        expect(self.post(meeting + "/decisions", Map.of("decision", "ACCEPT")));
        String dossier = "/api/v1/people/" + student.get("person").asString() + "/dossier";
        expect(self.put(
                dossier,
                Map.of(
                        "links",
                        List.of(Map.of("label", "label " + canary, "address", "https://code.example.org/" + canary)))));
        for (String kind : List.of("CV", "TRANSCRIPT")) {
            expect(self.put(dossier + "/files/" + kind, ("%PDF-1.4 " + kind + canary).getBytes(UTF_8)));
        }
        expect(self.post(meeting + "/dossier", Map.of("share", true)));
        expect(season.company().get(meeting + "/dossier"));
        expect(self.post(
                meeting + "/interviews",
                Map.of(
                        "startsAt",
                        Instant.now().plus(Duration.ofDays(2)).toString(),
                        "minutes",
                        30,
                        "place",
                        "place " + canary,
                        "link",
                        "https://meet.example.org/" + canary)));
    }

    /** The internship is agreed on and begins, and a job is offered. */
    private static void work(Season season, PipelineSession self, String offer, String canary) {
        String agreement = "/api/v1/offers/" + offer + "/agreement";
        expect(season.university()
                .put(
                        agreement,
                        Map.of(
                                "number", "N " + canary,
                                "insurance",
                                        Map.of(
                                                "insurer", "insurer " + canary,
                                                "policyNumber", "P " + canary,
                                                "paidBy", "COMPANY"),
                                "mentor", "mentor " + canary,
                                "supervisor", "supervisor " + canary)));
        for (PipelineSession party : List.of(season.university(), season.company(), self)) {
            expect(party.post(agreement + "/signatures", Map.of("signedOn", today())));
        }
        String student = expect(season.company().get("/api/v1/offers/" + offer))
                .get("student")
                .asString();
        String placement = "/api/v1/placements/"
                + expect(season.company().get(season.path("/placements?student=" + student)))
                        .at("/items/0/id")
                        .asString();
        JsonNode started =
                expect(season.company().post(placement + "/events", Map.of("event", "STARTED", "on", today())));
        expect(self.post(
                placement + "/events",
                Map.of(
                        "event",
                        "CONFIRMED",
                        "entry",
                        started.at("/entries/0/entry").asInt(),
                        "on",
                        today())));
        expect(season.company()
                .post(
                        placement + "/events",
                        Map.of(
                                "event",
                                "JOB_OFFERED",
                                "on",
                                today(),
                                "title",
                                "title " + canary,
                                "startsOn",
                                LocalDate.parse(today()).plusYears(1).toString(),
                                "matchesResearchTopic",
                                true)));
        expect(self.post(placement + "/events", Map.of("event", "JOB_DECLINED", "on", today())));
    }

    /** The student's offer for the internship; they have no other then. */
    private static String offerOf(Season season, JsonNode student, String internship) {
        String filter = "student=%s&internship=%s".formatted(student.get("id").asString(), internship);
        awaitOnly(Instant.now().plus(SETTLING), () -> !season.offers(filter).isEmpty());
        return season.offers(filter).getFirst().get("id").asString();
    }

    /** A record about the student that no reader understands, so that each sets it aside. */
    private static void deadLetter(PipelineClient client, String key, String canary) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        client.stack().kafka(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        ProgrammePartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("student-profiles", key, ("broken " + canary).getBytes(UTF_8)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A search that finds nothing afterwards proves something only if it finds it before. */
    private void seenBefore(PipelineClient client, String canary) {
        // Relation files follow the log at the database's next checkpoint, so the log is what holds it for certain.
        List<String> stores = List.of(
                "postgres pg_wal",
                "kafka contacts",
                "kafka student-profiles",
                "kafka student-profiles-matching-service-dlt",
                "kafka matching-service-facts-changelog");
        awaitOnly(Instant.now().plus(SETTLING), () -> hits(canary).keySet().containsAll(stores));
        Map<String, Long> before = hits(canary);
        before.forEach((store, files) -> System.out.printf("found before  %-45s %d%n", store, files));
        stores.forEach(store -> checks.holds(before.containsKey(store), "the canary is found in " + store + " before"));
        checks.holds(
                topicsWith(client, canary).containsAll(Set.of("contacts", "student-profiles")),
                "and by a reader of the topics");
    }

    /** How many files of each store hold the canary. */
    private Map<String, Long> hits(String canary) {
        Map<String, Long> hits = new TreeMap<>();
        String bytes = new String(canary.getBytes(UTF_8), ISO_8859_1);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isSearched(file) && read(file).contains(bytes)) {
                    hits.merge(store(file), 1L, Long::sum);
                }
            }
            return hits;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                // Something went away while the tree was walked: look again.
                return hits(canary);
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
    private static Set<String> topicsWith(PipelineClient client, String canary) {
        Set<String> found = new TreeSet<>();
        String kafka = client.stack().kafka();
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

    private static JsonNode expect(Reply reply) {
        return Season.expect(reply);
    }

    /** Waits until it holds, or until then; what comes of it is for the caller to look at. */
    private static void awaitOnly(Instant longest, Supplier<Boolean> holds) {
        while (!holds.get() && Instant.now().isBefore(longest)) {
            pauseUntil(Instant.now().plusMillis(500));
        }
    }

    private static void pauseUntil(Instant moment) {
        try {
            Thread.sleep(Duration.between(Instant.now(), moment));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two steps.", e);
        }
    }
}
