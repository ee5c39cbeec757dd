package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.CapturedMail;
import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Takes a backup while everybody acts in a season, has 1,000 further acts acknowledged and a person erased, and then loses the databases: those of
 * the backup take their place, while the topics stay. The system has to start, to name what the databases lack, and to keep its promises.
 */
final class RestoreProof implements Proof {

    private static final int STUDENTS = 240;
    private static final int INTERNSHIPS = 40;
    private static final int ACTORS = 6;
    private static final int ACTS_BEFORE = 300;
    private static final int ACTS_AFTER = 1_000;
    private static final long SEED = 20_261_130;
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Map<String, String> RULES =
            Map.of("clearingInterval", "PT0.5S", "offerPolicy", "COMPANY_APPROVAL", "responseWindow", "P3D");
    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Launcher launcher = new Launcher(Map.of());
    private final Path directory = Path.of(System.getenv().getOrDefault("PIPELINE_DIRECTORY", ".pipeline"));
    private final Checks checks = new Checks();

    @Override
    public List<String> run(PipelineClient client) {
        Season season = Season.open(client, "restore", RULES);
        SeasonCrowd crowd = new SeasonCrowd(season, STUDENTS, INTERNSHIPS, PATIENT);
        crowd.setUp();
        JsonNode leaving = season.postStudent("leaving", Map.of("consent", false));
        String leaver = leaving.get("person").asString();
        Path file = directory
                .resolve("run")
                .resolve("proof-" + season.programme() + ".backup")
                .toAbsolutePath();
        try {
            act(crowd, file);
            Season.expect(season.university().delete("/api/v1/people/" + leaver + "/personal-data"));
            ToldTopics before = ToldTopics.read(client, season.programme());
            System.out.printf("topics before             %s%n", before.sizes());

            launcher.run("down");
            System.out.print(launcher.run("restore", file.toString(), "--replace", "--keep-topics"));
            launcher.run("up", "--detach", "--no-demo");
        } finally {
            remove(file);
        }
        try (PipelineClient restarted = PipelineClient.fromStackFile(directory.resolve("stack.json"))) {
            judge(restarted, season, crowd, leaver);
        }
        return checks.failures();
    }

    /** Everybody acts; the backup is taken meanwhile, so many acts before their last. */
    private void act(SeasonCrowd crowd, Path file) {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> actors = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            long seed = SEED + i;
            actors.add(Thread.ofPlatform().start(() -> crowd.act(new Random(seed), over)));
        }
        awaitActs(crowd, ACTS_BEFORE);
        System.out.print(launcher.run("backup", file.toString()));
        int then = crowd.acknowledged();
        awaitActs(crowd, then + ACTS_AFTER);
        over.set(true);
        actors.forEach(RestoreProof::join);
        System.out.printf(
                "acts acknowledged         %,d before the backup was there, %,d after%n",
                then, crowd.acknowledged() - then);
    }

    private static void awaitActs(SeasonCrowd crowd, int acts) {
        while (crowd.acknowledged() < acts) {
            Pause.of(Duration.ofMillis(200));
        }
    }

    private void judge(PipelineClient client, Season season, SeasonCrowd crowd, String leaver) {
        Instant restarted = Instant.now();
        checks.holds(isNamed(client), "what the databases lack is named");
        // The topics are silent until all is named, so that the database may seem to have settled before.
        List<JsonNode> offers = settled(season);
        System.out.printf(
                "settled after             %d s%n",
                Duration.between(restarted, Instant.now()).minus(QUIET).toSeconds());
        JsonNode named = reconciliations(client);
        named.get("counts").forEach(count -> System.out.println("differed  " + count));
        named.get("items").forEach(item -> System.out.println("such as   " + item));
        ToldTopics told = ToldTopics.read(client, season.programme());
        System.out.printf("topics afterwards         %s%n", told.sizes());

        checks.holds(told.twice().isEmpty(), "I5: no version was told in two ways: " + told.twice());
        Map<String, String> here = new TreeMap<>();
        offers.forEach(offer -> here.put(offer.get("id").asString(), stateAndVersion(offer)));
        Map<String, String> there = told.offers();
        // A rejected proposal is listed for nobody, and what is over and unknown stays as it was told.
        there.keySet().removeIf(id -> !here.containsKey(id) && !told.binds(id));
        checks.holds(
                there.equals(here),
                "I1: the topic says of every offer what the database says" + difference(here, there));
        checks.holds(
                told.membersWithout(id -> season.operations()
                                        .get(season.path("/students/" + id))
                                        .status()
                                != 404)
                        .isEmpty(),
                "I1: nobody is in the market whom the database does not know");
        checkSeats(offers, crowd);
        checkMail(client, told);
        JsonNode clearing = Season.expect(season.operations().get(season.path("/clearings/latest")));
        checks.holds(clearing.path("blockingPairs").asInt(-1) == 0, "I6: the newest clearing has no blocking pair");
        checks.holds(
                told.isErased(leaver)
                        && client.operations().get("/api/v1/people/" + leaver).status() == 404,
                "I7: who was erased after the backup is erased again");
        checks.holds(crowd.newPairMeets(Duration.ofSeconds(60)), "I10: a new student and a new seat still meet");
    }

    private static boolean isNamed(PipelineClient client) {
        Instant patience = Instant.now().plus(TO_SETTLE);
        while (reconciliations(client).get("items").isEmpty() && Instant.now().isBefore(patience)) {
            Pause.of(Duration.ofSeconds(1));
        }
        return !reconciliations(client).get("items").isEmpty();
    }

    private static JsonNode reconciliations(PipelineClient client) {
        return Season.expect(PATIENT.untilAnswered(() -> client.operations().get("/api/v1/reconciliations?limit=5")));
    }

    private static String difference(Map<String, String> here, Map<String, String> there) {
        Map<String, String> differing = new TreeMap<>();
        here.forEach((id, state) -> {
            if (!state.equals(there.get(id))) {
                differing.put(id, "database " + state + ", topic " + there.get(id));
            }
        });
        there.forEach((id, state) -> {
            if (!here.containsKey(id)) {
                differing.put(id, "database none, topic " + state);
            }
        });
        return differing.isEmpty() ? "" : " " + differing;
    }

    private static String stateAndVersion(JsonNode offer) {
        return offer.get("state").asString() + " " + offer.get("version").asLong();
    }

    private void checkSeats(List<JsonNode> offers, SeasonCrowd crowd) {
        Map<String, Integer> perInternship = new HashMap<>();
        Map<String, Integer> perStudent = new HashMap<>();
        offers.stream()
                .filter(offer -> SeasonCrowd.ACTIVE.contains(offer.get("state").asString()))
                .forEach(offer -> {
                    perInternship.merge(offer.get("internship").asString(), 1, Integer::sum);
                    perStudent.merge(offer.get("student").asString(), 1, Integer::sum);
                });
        Map<String, Integer> seats = crowd.seats();
        checks.holds(perStudent.values().stream().allMatch(held -> held == 1), "I2: no student holds two offers");
        checks.holds(
                perInternship.entrySet().stream()
                        .allMatch(taken -> taken.getValue() <= seats.getOrDefault(taken.getKey(), 0)),
                "I3: no seat is taken twice");
    }

    /** The mail server stands outside and has kept what it was sent, so that a reader of mail sees both sides of the restore. */
    private void checkMail(PipelineClient client, ToldTopics told) {
        Map<String, List<JsonNode>> byMessageId = new CapturedMail(
                        client.stack().mail())
                .all().stream()
                        .filter(mail -> told.knows(offer(mail)))
                        .collect(Collectors.groupingBy(
                                mail -> mail.get("messageId").asString()));
        long raw = byMessageId.values().stream().mapToInt(List::size).sum();
        System.out.printf("mails of the season       %,d, raw doubles %d%n", raw, raw - byMessageId.size());
        checks.holds(
                byMessageId.values().stream()
                        .allMatch(same -> same.stream()
                                        .map(mail -> mail.get("to").asString() + "\n"
                                                + mail.get("subject").asString())
                                        .distinct()
                                        .count()
                                == 1),
                "I4: mails of one Message-ID say the same to the same reader");
        List<String> unfounded = byMessageId.values().stream()
                .map(List::getFirst)
                .filter(mail -> !told.told(offer(mail), version(mail)))
                .map(mail -> mail.get("messageId").asString())
                .toList();
        checks.holds(unfounded.isEmpty(), "I4: every mail is of a version that was told: " + unfounded);
        Map<String, Long> perVersion = byMessageId.values().stream()
                .map(List::getFirst)
                .collect(Collectors.groupingBy(
                        mail -> mail.get("to").asString() + " " + offer(mail) + " " + version(mail),
                        Collectors.counting()));
        checks.holds(
                !perVersion.isEmpty() && perVersion.values().stream().allMatch(ids -> ids == 1),
                "I4: nobody has two Message-IDs for one version of an offer");
    }

    /** A Message-ID is {@code <offer.version.hash@domain>}. */
    private static String offer(JsonNode mail) {
        return mail.get("messageId").asString().substring(1).split("\\.", -1)[0];
    }

    private static String version(JsonNode mail) {
        return mail.get("messageId").asString().split("\\.", -1)[1];
    }

    private static List<JsonNode> settled(Season season) {
        Instant patience = Instant.now().plus(TO_SETTLE);
        Instant changed = Instant.now();
        List<JsonNode> offers = List.of();
        while (Instant.now().isBefore(patience)
                && Duration.between(changed, Instant.now()).compareTo(QUIET) < 0) {
            Reply reachable = PATIENT.untilAnswered(() -> season.operations().get(season.path("/offers?limit=1")));
            List<JsonNode> now = reachable.successful() ? season.offers("limit=200") : offers;
            if (!now.equals(offers)) {
                changed = Instant.now();
                offers = now;
            }
            Pause.of(Duration.ofSeconds(1));
        }
        return offers;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
