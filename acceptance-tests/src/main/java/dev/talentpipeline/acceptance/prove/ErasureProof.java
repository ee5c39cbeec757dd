package dev.talentpipeline.acceptance.prove;

import static dev.talentpipeline.acceptance.Season.expect;
import static dev.talentpipeline.acceptance.prove.CanaryStudent.decisions;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    /** The parts of a person's own data in which something stands that somebody wrote. */
    private static final Set<String> HOLDING = Set.of(
            "person",
            "students",
            "roll",
            "certificates",
            "imports",
            "meetings",
            "dossierLinks",
            "offerLetters",
            "agreements",
            "agreementTexts",
            "placementEntries",
            "destinations");

    private final Path directory = Path.of(System.getenv().getOrDefault("PIPELINE_DIRECTORY", ".pipeline"));
    private final Checks checks = new Checks();

    @Override
    public List<String> run(PipelineClient client) {
        String canary = canary();
        CanarySearch search = new CanarySearch(directory, client.stack().kafka(), canary);
        Season season = Season.open(client, "erasure", Map.of("clearingInterval", "PT0.2S", "responseWindow", "P3D"));
        String university = client.stack().clientWithRole("UNIVERSITY").org();
        CanaryStudent student = CanaryStudent.enter(season, client.anonymous(), university, canary);
        PipelineSession acting = season.actingAs(student.person());
        student.describe();
        student.importThem();
        String internship = postInternship(season, "E1");
        student.meet(internship);
        String first = offerOf(season, student, internship);
        expect(student.themselves().post(decisions(first), Map.of("decision", "ACCEPT")));
        student.work(first);
        student.release(first);
        String second = offerOf(season, student, postInternship(season, "E2"));
        expect(student.themselves().post(decisions(second), Map.of("decision", "DECLINE", "reason", "too-far")));
        student.leave();
        deadLetter(client, season.programme() + "/" + student.student(), canary);

        seenBefore(search);
        ownData(student, canary);

        Instant asked = Instant.now();
        JsonNode erasure = expect(season.university().delete("/api/v1/people/" + student.person() + "/personal-data"));
        Instant by = Instant.parse(erasure.get("completeBy").asString());
        if (Duration.between(asked, by).compareTo(LONGEST_WINDOW) > 0) {
            return List.of(
                    "the window ends at %s. Maybe start the stack with PIPELINE_ERASURE_WINDOW=PT1M.".formatted(by));
        }
        awaitOnly(by, () -> search.files().isEmpty());
        Map<String, Long> left = search.files();
        System.out.printf(
                "files with a canary       %d after %d s, window %d s%n",
                left.values().stream().mapToLong(Long::longValue).sum(),
                Duration.between(asked, Instant.now()).toSeconds(),
                Duration.between(asked, by).toSeconds());
        Pause.of(Duration.between(Instant.now(), by));
        left = search.files();
        checks.holds(left.isEmpty(), "no file holds a canary after the window: " + left);
        Set<String> topics = search.topics();
        checks.holds(topics.isEmpty(), "no record on any topic holds a canary after the window: " + topics);
        checks.holds(acting.get("/api/v1/people/me").status() == 404, "nobody is found by the id");
        return checks.failures();
    }

    /** Digits, since those may stand in every field, a telephone number included. */
    private static String canary() {
        return new SecureRandom().ints(24, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static String postInternship(Season season, String reference) {
        return season.postInternship(
                        reference,
                        Map.of(
                                "startsOn",
                                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()))
                .get("id")
                .asString();
    }

    /** The student's offer for the internship; they have no other then. */
    private static String offerOf(Season season, CanaryStudent student, String internship) {
        String filter = "student=%s&internship=%s".formatted(student.student(), internship);
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
    private void seenBefore(CanarySearch search) {
        // Relation files follow the log at the database's next checkpoint, so the log is what holds it for certain.
        List<String> stores = List.of(
                "postgres pg_wal",
                "kafka contacts",
                "kafka student-profiles",
                "kafka student-profiles-matching-service-dlt",
                "kafka matching-service-facts-changelog");
        awaitOnly(Instant.now().plus(SETTLING), () -> search.files().keySet().containsAll(stores));
        Map<String, Long> before = search.files();
        before.forEach((store, files) -> System.out.printf("found before  %-45s %d%n", store, files));
        stores.forEach(store -> checks.holds(before.containsKey(store), "the canary is found in " + store + " before"));
        checks.holds(
                search.topics().containsAll(Set.of("contacts", "student-profiles")), "and by a reader of the topics");
    }

    /** What the person reads about themselves has the canary in every part that may hold it. */
    private void ownData(CanaryStudent student, String canary) {
        JsonNode data = expect(student.themselves().get("/api/v1/people/me/personal-data"))
                .get("data");
        Set<String> holding = data.propertyStream()
                .filter(part -> part.getValue().toString().contains(canary))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.printf("own data with a canary    %s%n", holding);
        checks.holds(holding.containsAll(HOLDING), "and by the person, in each of " + HOLDING);
    }

    /** Waits until it holds, or until then; what comes of it is for the caller to look at. */
    private static void awaitOnly(Instant longest, Supplier<Boolean> holds) {
        while (!holds.get() && Instant.now().isBefore(longest)) {
            Pause.of(Duration.ofMillis(500));
        }
    }
}
