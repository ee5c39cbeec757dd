package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * Restarts all services, one after the other, while students are posted, and then looks whether each one's event history is complete: every version of the profile and of the
 * offer, the proposal between them and the notice behind them, each with its cause, and read by everybody who has to.
 */
final class RestartsProof implements Proof {

    private static final List<String> SERVICES =
            List.of("internship-service", "matching-service", "notification-service", "monitoring-service", "console");
    private static final int STUDENTS_EACH = 10;
    private static final Duration BETWEEN_POSTS = Duration.ofMillis(300);
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final Map<String, String> RULES = Map.of("clearingInterval", "PT0.5S", "responseWindow", "P3D");
    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Launcher launcher = new Launcher(Map.of());

    @Override
    public List<String> run(PipelineClient client) {
        Checks checks = new Checks();
        Season season = Season.open(client, "restarts", RULES);
        for (int i = 0; i < SERVICES.size() * STUDENTS_EACH; i++) {
            season.postInternship("R" + i, Map.of("stipend", 3000 + i));
        }
        List<JsonNode> students = new ArrayList<>();
        for (String service : SERVICES) {
            Instant began = Instant.now();
            CompletableFuture<String> restart = CompletableFuture.supplyAsync(() -> launcher.run("restart", service));
            for (int i = 0; i < STUDENTS_EACH || !restart.isDone(); i++) {
                if (i < STUDENTS_EACH) {
                    students.add(post(season, "R" + students.size()));
                }
                Pause.of(BETWEEN_POSTS);
            }
            restart.join();
            System.out.printf(
                    "%-22s restarted in %.1f s, %d students posted%n",
                    service, Duration.between(began, Instant.now()).toMillis() / 1000.0, students.size());
        }
        Map<String, String> incomplete = new TreeMap<>();
        Instant patience = Instant.now().plus(TO_SETTLE);
        for (JsonNode student : students) {
            String fault = missing(season, student);
            while (!fault.isEmpty() && Instant.now().isBefore(patience)) {
                Pause.of(Duration.ofSeconds(1));
                fault = missing(season, student);
            }
            if (!fault.isEmpty()) {
                incomplete.put(student.get("number").asString(), fault);
            }
        }
        incomplete.forEach((number, fault) -> System.out.println("incomplete  " + number + ": " + fault));
        System.out.printf(
                "event histories           %d of %d complete%n", students.size() - incomplete.size(), students.size());
        checks.holds(incomplete.isEmpty(), "every event history is complete");
        return checks.failures();
    }

    private static JsonNode post(Season season, String number) {
        return Season.expect(PATIENT.untilAnswered(
                () -> season.university().put(season.path("/students/" + number), Season.student(number, Map.of()))));
    }

    /** What the event history of a student lacks; empty: nothing. */
    private static String missing(Season season, JsonNode student) {
        String id = student.get("id").asString();
        JsonNode now = PATIENT.untilAnswered(() -> season.university()
                        .get(season.path("/students/" + student.get("number").asString())))
                .body();
        List<JsonNode> offers = PATIENT.untilAnswered(
                        () -> season.operations().get(season.path("/offers?student=" + id)))
                .body()
                .path("items")
                .valueStream()
                .toList();
        if (offers.isEmpty()) {
            return "no offer";
        }
        List<JsonNode> steps = journey(season, id);
        String profile = gaps(steps, "student-profiles", id, now.path("version").asLong());
        if (!profile.isEmpty()) {
            return profile;
        }
        for (JsonNode offer : offers) {
            String offerId = offer.get("id").asString();
            List<JsonNode> about = journey(season, offerId);
            String versions =
                    gaps(about, "offers", offerId, offer.path("version").asLong());
            if (!versions.isEmpty()) {
                return versions;
            }
            JsonNode proposal = about.stream()
                    .filter(step -> topic(step).equals("placement-offers"))
                    .findFirst()
                    .orElse(null);
            if (proposal == null) {
                return "no proposal of offer " + offerId;
            }
            if (about.stream()
                    .noneMatch(step -> topic(step).equals("offers")
                            && step.path("causationId").equals(proposal.path("eventId")))) {
                return "no offer that names proposal %s as its cause"
                        .formatted(proposal.path("eventId").asString());
            }
            if (about.stream().noneMatch(step -> topic(step).equals("notices"))) {
                return "no notice of offer " + offerId;
            }
        }
        return steps.stream()
                .flatMap(step -> step.path("readers").valueStream())
                .filter(reader -> !reader.path("past").asBoolean())
                .map(reader -> "not read by " + reader.path("group").asString())
                .findFirst()
                .orElse("");
    }

    /** Which versions of an entity up to the latest do not stand on its topic. */
    private static String gaps(List<JsonNode> steps, String topic, String id, long latest) {
        List<Long> missing = LongStream.rangeClosed(1, latest)
                .filter(version -> steps.stream()
                        .noneMatch(step -> topic(step).equals(topic)
                                && step.path("entity").path("id").asString("").equals(id)
                                && step.path("version").asLong() == version))
                .boxed()
                .toList();
        return missing.isEmpty() ? "" : "no version %s of %s on %s".formatted(missing, id, topic);
    }

    private static String topic(JsonNode step) {
        return step.path("position").path("topic").asString();
    }

    private static List<JsonNode> journey(Season season, String id) {
        List<JsonNode> steps = new ArrayList<>();
        String cursor = "";
        while (true) {
            String path = "/api/v1/journeys/" + id + "?limit=200" + cursor;
            Reply page = PATIENT.untilAnswered(() -> season.operations().get(path));
            page.body().path("items").valueStream().forEach(steps::add);
            if (!page.body().path("next").isString()) {
                return steps;
            }
            cursor = "&cursor=" + URLEncoder.encode(page.body().path("next").asString(), StandardCharsets.UTF_8);
        }
    }
}
