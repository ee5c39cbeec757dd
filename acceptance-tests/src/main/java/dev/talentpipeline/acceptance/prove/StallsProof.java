package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Holds each service that reads events still in turn, while students are posted: operations must soon be told that it is stuck or stopped, and for whom that is, and see it
 * clear by itself once the service goes on. Nothing else may wait for monitoring-service.
 */
final class StallsProof implements Proof {

    /** Within which it has to be shown. */
    private static final Duration SHOWN = Duration.ofSeconds(15);

    private static final Duration CLEARED = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int STUDENTS_EACH = 20;
    private static final Set<String> STANDING_STILL = Set.of("STUCK", "STOPPED");
    private static final Map<String, String> RULES = Map.of("clearingInterval", "PT0.5S", "responseWindow", "P3D");
    private static final BackOff PATIENT = new BackOff(60, Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final String MATCHING = "matching-service";
    private static final String INTERNSHIP = "internship-service";
    private static final String MONITORING = "monitoring-service";

    private final StackProcesses processes = new StackProcesses(new Launcher(Map.of()));
    private final AtomicInteger students = new AtomicInteger();

    @Override
    public List<String> run(PipelineClient client) {
        Checks checks = new Checks();
        Season season = Season.open(client, "stalls", RULES);
        for (int i = 0; i < 4 * STUDENTS_EACH; i++) {
            season.postInternship("F" + i, Map.of("stipend", 3000 + i));
        }
        awaitAll(season, this::keepsUp);
        for (String reader : List.of(MATCHING, "notification-service")) {
            stall(season, checks, reader, () -> processes.freeze(reader), () -> postStudents(season));
        }
        // While it stands still nobody can post; so what it has to read, the matcher's proposals, has to come after.
        processes.freeze(MATCHING);
        postStudents(season);
        stall(season, checks, INTERNSHIP, () -> processes.freeze(INTERNSHIP), () -> processes.thaw(MATCHING));
        stallMonitoring(season, checks);
        return checks.failures();
    }

    private void stall(Season season, Checks checks, String reader, Runnable freeze, Runnable cause) {
        freeze.run();
        Instant began = Instant.now();
        try {
            cause.run();
            JsonNode seen = await(season, reader, SHOWN.multipliedBy(2), this::standsStill);
            Duration shown = Duration.between(began, Instant.now());
            System.out.printf(
                    "%-22s %s after %.1f s: %d events, the oldest of %s s, waiting: %s%n",
                    reader,
                    seen.path("state").asString(),
                    shown.toMillis() / 1000.0,
                    seen.path("events").asLong(),
                    seen.path("oldestSeconds"),
                    waiting(seen));
            checks.holds(
                    standsStill(seen) && shown.compareTo(SHOWN) <= 0,
                    "%s is shown to stand still within %d s".formatted(reader, SHOWN.toSeconds()));
            checks.holds(
                    seen.path("waiting")
                            .valueStream()
                            .anyMatch(each -> each.path("entities").asLong() > 0),
                    "who waits for %s is shown".formatted(reader));
        } finally {
            processes.thaw(reader);
        }
        clears(season, checks, reader);
        awaitAll(season, this::keepsUp);
    }

    /** It cannot show itself, and the pages say in its place that it does not answer; but nothing else may wait for it, and it misses nothing. */
    private void stallMonitoring(Season season, Checks checks) {
        List<JsonNode> posted;
        processes.freeze(MONITORING);
        Instant began = Instant.now();
        try {
            posted = postStudents(season);
            Instant patience = began.plus(SHOWN.multipliedBy(2));
            while (withOffers(season, posted) < posted.size() && Instant.now().isBefore(patience)) {
                Pause.of(BETWEEN_LOOKS);
            }
            System.out.printf(
                    "%-22s held still for %.1f s: %d of %d students have an offer%n",
                    MONITORING,
                    Duration.between(began, Instant.now()).toMillis() / 1000.0,
                    withOffers(season, posted),
                    posted.size());
            checks.holds(withOffers(season, posted) == posted.size(), "offers do not wait for monitoring-service");
        } finally {
            processes.thaw(MONITORING);
        }
        clears(season, checks, MONITORING);
        checks.holds(
                posted.stream()
                        .allMatch(student -> season.operations()
                                .get("/api/v1/journeys/" + student.get("id").asString())
                                .successful()),
                "what happened meanwhile is in the event histories");
    }

    private static long withOffers(Season season, List<JsonNode> students) {
        Set<String> have = season.offers("limit=200").stream()
                .map(offer -> offer.get("student").asString())
                .collect(Collectors.toSet());
        return students.stream()
                .filter(student -> have.contains(student.get("id").asString()))
                .count();
    }

    private void clears(Season season, Checks checks, String reader) {
        Instant goesOn = Instant.now();
        JsonNode after = await(season, reader, CLEARED, this::keepsUp);
        System.out.printf(
                "%-22s %s again after %.1f s%n",
                reader,
                after.path("state").asString(),
                Duration.between(goesOn, Instant.now()).toMillis() / 1000.0);
        checks.holds(keepsUp(after), "%s clears by itself".formatted(reader));
    }

    private List<JsonNode> postStudents(Season season) {
        List<JsonNode> posted = new ArrayList<>();
        for (int i = 0; i < STUDENTS_EACH; i++) {
            posted.add(season.postStudent("F" + students.getAndIncrement(), Map.of()));
        }
        return posted;
    }

    private boolean standsStill(JsonNode group) {
        return STANDING_STILL.contains(group.path("state").asString());
    }

    private boolean keepsUp(JsonNode group) {
        return group.path("state").asString().equals("OK")
                && group.path("events").asLong(1) == 0;
    }

    private static String waiting(JsonNode group) {
        return group.path("waiting")
                .valueStream()
                .map(each -> each.path("kind").asString() + " "
                        + each.path("entities").asLong())
                .collect(Collectors.joining(", "));
    }

    private void awaitAll(Season season, Predicate<JsonNode> what) {
        for (String reader : List.of(MATCHING, INTERNSHIP, "notification-service", MONITORING)) {
            if (!what.test(await(season, reader, CLEARED, what))) {
                throw new IllegalStateException("%s must keep up before the next is held still.".formatted(reader));
            }
        }
    }

    /** The reader as it is shown once it is so, or once patience is over. */
    private static JsonNode await(Season season, String reader, Duration patience, Predicate<JsonNode> what) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            JsonNode seen = PATIENT.untilAnswered(() -> season.operations().get("/api/v1/lag"))
                    .body()
                    .path("groups")
                    .valueStream()
                    .filter(group -> group.path("group").asString().equals(reader))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("%s must be among the readers.".formatted(reader)));
            if (what.test(seen) || Instant.now().isAfter(end)) {
                return seen;
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }
}
