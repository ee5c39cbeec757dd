package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/**
 * Kills the matcher, internship-service, the broker and the database at random, thirty times, while everybody acts in a season: students come, go
 * and decide, companies approve and change seats, deadlines pass. Afterwards nobody helps, and yet everything must settle.
 */
final class SettlingProof implements Proof {

    private static final int KILLS = 30;
    private static final int STUDENTS = 240;
    private static final int INTERNSHIPS = 40;
    private static final int ACTORS = 6;
    private static final long SEED = 20_261_129;
    private static final List<String> VICTIMS = List.of("matching-service", "internship-service", "kafka", "postgres");
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(4);
    private static final Duration DOWN = Duration.ofSeconds(2);
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    static final Duration QUIET = Duration.ofSeconds(20);
    private static final Map<String, String> RULES = Map.of(
            "clearingInterval", "PT0.5S",
            "offerPolicy", "COMPANY_APPROVAL",
            "approvalWindow", "PT20S",
            "responseWindow", "PT20S",
            "keepWindow", "PT30S");
    private static final Map<String, String> LASTING_RULES = Map.of(
            "name", "settling",
            "clearingInterval", "PT0.5S",
            "offerPolicy", "COMPANY_APPROVAL",
            "approvalWindow", "P3D",
            "responseWindow", "P3D",
            "keepWindow", "P3D");
    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Launcher launcher = new Launcher(Map.of());
    private final Random random = new Random(SEED);

    @Override
    public List<String> run(PipelineClient client) {
        Season season = Season.open(client, "settling", RULES);
        SeasonCrowd crowd = new SeasonCrowd(season, STUDENTS, INTERNSHIPS, PATIENT);
        crowd.setUp();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> actors = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            long seed = SEED + 1 + i;
            actors.add(Thread.ofPlatform().start(() -> crowd.act(new Random(seed), over)));
        }
        Map<String, Integer> kills = new TreeMap<>();
        for (int i = 1; i <= KILLS; i++) {
            Pause.of(BETWEEN_KILLS);
            String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
            kills.merge(victim, 1, Integer::sum);
            System.out.printf(
                    "kill -9 %-20s %2d of %d, %,d acts acknowledged%n", victim, i, KILLS, crowd.acknowledged());
            launcher.run("kill", victim);
            Pause.of(DOWN);
            launcher.run("restart", victim);
        }
        over.set(true);
        actors.forEach(SettlingProof::join);
        System.out.printf("kills                     %s%n", kills);
        System.out.printf("acts acknowledged         %,d; refused %,d%n", crowd.acknowledged(), crowd.refused());
        return judge(season, crowd);
    }

    private List<String> judge(Season season, SeasonCrowd crowd) {
        Checks checks = new Checks();
        Instant healed = Instant.now();
        // A market whose offers lapse within seconds is never quiet: what is offered from now on stays open.
        PATIENT.untilAnswered(() -> season.operations().put("/api/v1/programmes/" + season.programme(), LASTING_RULES));
        List<JsonNode> offers = settled(season);
        Duration quiet = Duration.between(healed, Instant.now());
        checks.holds(quiet.compareTo(TO_SETTLE) < 0, "nothing changes any more after " + TO_SETTLE);
        System.out.printf("settled after             %d s%n", quiet.minus(QUIET).toSeconds());
        System.out.printf("offers                    %s%n", byState(offers));

        checks.holds(offers.stream().noneMatch(SettlingProof::isOverdue), "no offer is open past its deadline");
        List<String> lost = crowd.lost(offers);
        lost.forEach(each -> System.out.println("lost    " + each));
        checks.holds(lost.isEmpty(), "everything acknowledged is there, in its version or a later one");
        checks.holds(crowd.isInMarket(), "every student who takes part is in the market, as last acknowledged");
        checkSeats(checks, crowd, offers);
        checks.holds(crowd.newPairMeets(Duration.ofSeconds(60)), "a new student and a new seat still meet");
        return checks.failures();
    }

    /** The offers, once nothing has changed for a while; deadlines that pass meanwhile are changes. */
    static List<JsonNode> settled(Season season) {
        Instant patience = Instant.now().plus(TO_SETTLE);
        Instant changed = Instant.now();
        List<JsonNode> offers = List.of();
        while (Instant.now().isBefore(patience)) {
            List<JsonNode> now = offersOnceReachable(season);
            if (!now.equals(offers)) {
                changed = Instant.now();
                offers = now;
            }
            if (Duration.between(changed, Instant.now()).compareTo(QUIET) > 0) {
                return offers;
            }
            Pause.of(Duration.ofSeconds(1));
        }
        return offers;
    }

    private static List<JsonNode> offersOnceReachable(Season season) {
        PATIENT.untilAnswered(() -> season.operations().get(season.path("/offers?limit=1")));
        return season.offers("limit=200");
    }

    private static boolean isOverdue(JsonNode offer) {
        JsonNode respondBy = offer.path("respondBy");
        return SeasonCrowd.OPEN.contains(offer.get("state").asString())
                && respondBy.isString()
                && Instant.parse(respondBy.asString()).plusSeconds(5).isBefore(Instant.now());
    }

    static void checkSeats(Checks checks, SeasonCrowd crowd, List<JsonNode> offers) {
        Map<String, Integer> perInternship = new HashMap<>();
        Map<String, Integer> perStudent = new HashMap<>();
        for (JsonNode offer : offers) {
            if (SeasonCrowd.ACTIVE.contains(offer.get("state").asString())) {
                perInternship.merge(offer.get("internship").asString(), 1, Integer::sum);
                perStudent.merge(offer.get("student").asString(), 1, Integer::sum);
            }
        }
        Map<String, Integer> seats = crowd.seats();
        checks.holds(
                perInternship.entrySet().stream()
                        .allMatch(taken -> taken.getValue() <= seats.getOrDefault(taken.getKey(), 0)),
                "no seat is taken twice");
        checks.holds(perStudent.values().stream().allMatch(held -> held == 1), "no student holds two offers");
    }

    private static Map<String, Integer> byState(List<JsonNode> offers) {
        Map<String, Integer> counts = new TreeMap<>();
        offers.forEach(offer -> counts.merge(offer.get("state").asString(), 1, Integer::sum));
        return counts;
    }

    static void join(Thread actor) {
        try {
            actor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the actors finish.", e);
        }
    }
}
