package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Everybody of a season, acting at random over HTTP and with patience; remembers what was acknowledged. */
final class SeasonCrowd {

    static final Set<String> OPEN = Set.of("AWAITING_APPROVAL", "EXTENDED", "KEPT");
    static final Set<String> ACTIVE = Set.of("AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED", "CONFIRMED");

    private static final int SEATS_MOST = 6;
    private static final Duration BETWEEN_ACTS = Duration.ofMillis(150);

    private final Season season;
    private final int students;
    private final int internships;
    private final BackOff patient;

    /** What was acknowledged last, by path: the resource's id, version and state. */
    private final Map<String, JsonNode> posted = new ConcurrentHashMap<>();

    private final Map<String, Long> decided = new ConcurrentHashMap<>();
    private final Map<String, PipelineSession> acting = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    SeasonCrowd(Season season, int students, int internships, BackOff patient) {
        this.season = season;
        this.students = students;
        this.internships = internships;
        this.patient = patient;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int refused() {
        return refused.get();
    }

    /** Half of the students are there from the beginning. */
    void setUp() {
        for (int i = 0; i < internships; i++) {
            putInternship(i, 3);
        }
        for (int i = 0; i < students / 2; i++) {
            putStudent(i, 3);
        }
    }

    void act(Random random, AtomicBoolean over) {
        while (!over.get()) {
            int act = random.nextInt(100);
            if (act < 25) {
                putStudent(random.nextInt(students), 3 + random.nextInt(3));
            } else if (act < 32) {
                putInternship(random.nextInt(internships), 1 + random.nextInt(SEATS_MOST));
            } else if (act < 37) {
                String path = student(random.nextInt(students));
                if (posted.containsKey(path)) {
                    acknowledge(path, () -> season.university().delete(season.path(path)));
                }
            } else {
                decide(random);
            }
            Pause.of(BETWEEN_ACTS);
        }
    }

    private void putStudent(int i, int level) {
        String path = student(i);
        Map<String, Object> body =
                Season.student(number(i), Map.of("skills", List.of(Map.of("id", "python", "level", level))));
        acknowledge(path, () -> season.university().put(season.path(path), body));
    }

    private void putInternship(int i, int seats) {
        String path = "/internships/I" + i;
        Map<String, Object> body = Season.internship("I" + i, Map.of("seats", seats, "stipend", 3000 + i));
        acknowledge(path, () -> season.company().put(season.path(path), body));
    }

    private String student(int i) {
        return "/students/" + number(i);
    }

    /** Nobody is in two seasons, whose dates would keep them from offers. */
    private String number(int i) {
        return season.programme() + "-" + i;
    }

    /** One writer at a time for each resource, so that the last acknowledgement is the newest. */
    private void acknowledge(String path, Supplier<Reply> request) {
        synchronized (locks.computeIfAbsent(path, _ -> new Object())) {
            Reply reply = patient.untilAnswered(request);
            count(reply);
            if (reply.successful() && reply.body().isObject()) {
                posted.put(path, reply.body());
            }
        }
    }

    private void decide(Random random) {
        Reply page = patient.untilAnswered(() -> season.operations()
                .get(season.path("/offers?limit=100&state="
                        + List.of("AWAITING_APPROVAL", "EXTENDED", "KEPT").get(random.nextInt(3)))));
        JsonNode items = page.body().path("items");
        if (items.size() == 0) {
            return;
        }
        JsonNode offer = items.get(random.nextInt(items.size()));
        String person = posted.values().stream()
                .filter(student -> student.path("id")
                        .asString()
                        .equals(offer.get("student").asString()))
                .map(student -> student.get("person").asString())
                .findFirst()
                .orElse("");
        boolean awaiting = offer.get("state").asString().equals("AWAITING_APPROVAL");
        String decision = awaiting
                ? (random.nextInt(5) == 0 ? "VETO" : "APPROVE")
                : List.of("ACCEPT", "ACCEPT", "DECLINE", "KEEP").get(random.nextInt(4));
        if (!awaiting && person.isEmpty()) {
            return;
        }
        Map<String, String> body = new HashMap<>(Map.of("decision", decision));
        if (decision.equals("VETO")) {
            body.put("reason", "no-fit");
        } else if (decision.equals("DECLINE")) {
            body.put("reason", "too-far");
        }
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/offers/" + offer.get("id").asString() + "/decisions";
        Reply reply =
                patient.untilAnswered(() -> (awaiting ? season.company() : actingAs(person)).post(path, body, key));
        if (reply.status() == 401) {
            // The student's token was for a while only.
            acting.remove(person);
            return;
        }
        count(reply);
        if (reply.successful()) {
            decided.merge(
                    offer.get("id").asString(), reply.body().get("version").asLong(), Math::max);
        }
    }

    private PipelineSession actingAs(String person) {
        return acting.computeIfAbsent(person, season::actingAs);
    }

    private void count(Reply reply) {
        if (reply.successful()) {
            acknowledged.incrementAndGet();
        } else {
            refused.incrementAndGet();
        }
    }

    /** What was acknowledged and is not there any more. */
    List<String> lost(List<JsonNode> offers) {
        List<String> lost = new ArrayList<>();
        posted.forEach((path, body) -> {
            PipelineSession owner = path.startsWith("/students") ? season.university() : season.company();
            Reply reply = patient.untilAnswered(() -> owner.get(season.path(path)));
            long is = reply.body().path("version").asLong(0);
            if (is < body.get("version").asLong()) {
                lost.add("%s is version %d, acknowledged was %s".formatted(path, is, body.get("version")));
            }
        });
        Map<String, Long> versions = new HashMap<>();
        offers.forEach(offer ->
                versions.put(offer.get("id").asString(), offer.get("version").asLong()));
        decided.forEach((id, version) -> {
            if (versions.getOrDefault(id, 0L) < version) {
                lost.add("offer %s is version %d, acknowledged was %d".formatted(id, versions.get(id), version));
            }
        });
        return lost;
    }

    /** Whether the matcher knows everybody who takes part: it ranks openings for them, and for nobody who withdrew. */
    boolean isInMarket() {
        boolean[] all = {true};
        posted.forEach((path, _) -> {
            if (!path.startsWith("/students")) {
                return;
            }
            Reply student = patient.untilAnswered(() -> season.university().get(season.path(path)));
            Reply ranking = patient.untilAnswered(() -> season.university()
                    .get(season.path("/students/" + student.body().get("id").asString() + "/ranking?limit=1")));
            boolean takesPart = !student.body().path("state").asString().equals("WITHDRAWN");
            if (takesPart && !ranking.successful()) {
                System.out.println("absent  " + path + ": " + ranking.summary());
                all[0] = false;
            }
        });
        return all[0];
    }

    Map<String, Integer> seats() {
        Map<String, Integer> seats = new HashMap<>();
        for (int i = 0; i < internships; i++) {
            String path = "/internships/I" + i;
            JsonNode body = patient.untilAnswered(() -> season.company().get(season.path(path)))
                    .body();
            seats.put(body.get("id").asString(), body.get("seats").asInt());
        }
        return seats;
    }

    /** Whether somebody who comes now, and a seat that comes now, find each other by themselves. */
    boolean newPairMeets(Duration within) {
        JsonNode internship = season.postInternship("late", Map.of("stipend", 30_000));
        JsonNode student = season.postStudent(
                "late", Map.of("preferences", List.of(internship.get("id").asString()), "onlyThese", true));
        Instant patience = Instant.now().plus(within);
        while (Instant.now().isBefore(patience)) {
            boolean met = season.offers("internship=" + internship.get("id").asString()).stream()
                    .anyMatch(offer -> offer.get("state").asString().equals("AWAITING_APPROVAL"));
            if (met) {
                return student.get("id").isString();
            }
            Pause.of(Duration.ofMillis(500));
        }
        return false;
    }
}
