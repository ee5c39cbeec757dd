package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.Reply;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes each service's database away in turn, for three minutes, while everybody acts in a season: nobody may connect to it, and who was connected is cut off. That is a fault of
 * the environment, however long it lasts, so nothing may be set aside as if it were one of the events, and all has to settle by itself.
 */
final class OutagesProof implements Proof {

    /** How long each is away, such as {@code PT20S}. */
    private static final String LENGTH = "PIPELINE_OUTAGE";

    private static final List<String> DATABASES = List.of("internship", "notification", "monitoring", "console");
    private static final int STUDENTS = 240;
    private static final int INTERNSHIPS = 40;
    private static final int ACTORS = 4;
    private static final long SEED = 20_261_130;
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final Map<String, String> RULES =
            Map.of("clearingInterval", "PT0.5S", "offerPolicy", "COMPANY_APPROVAL", "responseWindow", "P3D");
    private static final BackOff PATIENT = new BackOff(400, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Duration length = Duration.parse(System.getenv().getOrDefault(LENGTH, "PT3M"));

    @Override
    public List<String> run(PipelineClient client) {
        JsonNode login = login();
        Map<String, Long> before = deadLetters(client);
        Season season = Season.open(client, "outages", RULES);
        SeasonCrowd crowd = new SeasonCrowd(season, STUDENTS, INTERNSHIPS, PATIENT);
        crowd.setUp();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> actors = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            long seed = SEED + i;
            actors.add(Thread.ofPlatform().start(() -> crowd.act(new Random(seed), over)));
        }
        for (String database : DATABASES) {
            Pause.of(BETWEEN);
            System.out.printf(
                    "%-14s away for %d s, %,d acts acknowledged%n", database, length.toSeconds(), crowd.acknowledged());
            cut(login, database);
            try {
                Pause.of(length);
            } finally {
                allow(login, database, true);
            }
        }
        Pause.of(BETWEEN);
        over.set(true);
        actors.forEach(SettlingProof::join);
        System.out.printf("acts acknowledged         %,d; refused %,d%n", crowd.acknowledged(), crowd.refused());
        return judge(client, season, crowd, before);
    }

    private List<String> judge(PipelineClient client, Season season, SeasonCrowd crowd, Map<String, Long> deadBefore) {
        Checks checks = new Checks();
        Instant healed = Instant.now();
        List<JsonNode> offers = SettlingProof.settled(season);
        Map<String, Long> dead = deadLetters(client);
        dead.entrySet().removeIf(topic -> topic.getValue().equals(deadBefore.get(topic.getKey())));
        checks.holds(dead.isEmpty(), "nothing was set aside as a dead letter: " + dead);
        List<String> behind = behindAfter(season, healed.plus(TO_SETTLE));
        System.out.printf(
                "settled after             %d s%n",
                Duration.between(healed, Instant.now())
                        .minus(SettlingProof.QUIET)
                        .toSeconds());
        checks.holds(behind.isEmpty(), "every service has read all there is, the journal too: " + behind);
        List<String> lost = crowd.lost(offers);
        lost.forEach(each -> System.out.println("lost    " + each));
        checks.holds(lost.isEmpty(), "everything acknowledged is there, in its version or a later one");
        checks.holds(crowd.isInMarket(), "every student who takes part is in the market, as last acknowledged");
        SettlingProof.checkSeats(checks, crowd, offers);
        checks.holds(crowd.newPairMeets(Duration.ofSeconds(60)), "a new student and a new seat still meet");
        return checks.failures();
    }

    /** The services that have not read all, once that is so or patience is over. */
    private static List<String> behindAfter(Season season, Instant patience) {
        while (true) {
            Reply lag = PATIENT.untilAnswered(() -> season.operations().get("/api/v1/lag"));
            List<String> behind = new ArrayList<>();
            if (lag.successful()) {
                for (JsonNode group : lag.body().path("groups")) {
                    if (group.path("events").asLong() > 0
                            || !group.path("running").asBoolean()) {
                        behind.add(group.path("group").asString());
                    }
                }
            } else {
                behind.add("lag: " + lag.summary());
            }
            if (behind.isEmpty() || Instant.now().isAfter(patience)) {
                return behind;
            }
            Pause.of(Duration.ofSeconds(2));
        }
    }

    private static JsonNode login() {
        Path directory = Path.of(System.getenv().getOrDefault("PIPELINE_DIRECTORY", ".pipeline"));
        return JsonMapper.shared().readTree(directory.resolve("stack.json")).get("database");
    }

    private static void cut(JsonNode login, String database) {
        allow(login, database, false);
        execute(login, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
    }

    /** Not by a right to connect, which does not bind a superuser. */
    private static void allow(JsonNode login, String database, boolean connections) {
        execute(login, "alter database " + database + " with allow_connections " + connections);
    }

    private static void execute(JsonNode login, String statement) {
        try (Connection connection = DriverManager.getConnection(
                        login.get("url").asString() + "postgres",
                        login.get("user").asString(),
                        login.get("password").asString());
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database server must do as it is told: " + statement, e);
        }
    }

    /** How far each topic of dead letters reaches. */
    private static Map<String, Long> deadLetters(PipelineClient client) {
        Map<String, Long> ends = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, client.stack().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Arrays.stream(ConsumerGroup.values()).forEach(group -> {
                for (Topic<?> topic : group.topics()) {
                    String name = topic.deadLetters(group);
                    List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                            .map(partition -> new TopicPartition(name, partition.partition()))
                            .toList();
                    ends.put(
                            name,
                            consumer.endOffsets(partitions).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
                }
            });
        }
        return ends;
    }
}
