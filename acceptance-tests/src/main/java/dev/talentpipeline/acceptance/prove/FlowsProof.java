package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.acceptance.prove.PlantedFaults.Stranger;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import tools.jackson.databind.JsonNode;

/**
 * Whether the ledger finds what is wrong, and nothing else: it has to be silent while a season is in full swing, and then to name each of fifty planted faults, 13 deleted
 * records, 13 duplicates, 12 skipped offsets and 12 events applied twice, by its event.
 */
final class FlowsProof implements Proof {

    private static final int DELETED = 13;
    private static final int DUPLICATES = 13;
    /** On each partition. */
    private static final int SKIPPED = 2;

    private static final int STUDENTS = 240;
    private static final int INTERNSHIPS = 40;
    private static final int ACTORS = 4;
    private static final long SEED = 20_261_130;
    private static final Map<String, String> RULES = Map.of(
            "clearingInterval", "PT0.5S",
            "offerPolicy", "COMPANY_APPROVAL",
            "approvalWindow", "PT20S",
            "responseWindow", "PT20S",
            "keepWindow", "PT30S");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    /** What is changed together may look broken for a while, and readers are compared every few seconds. */
    private static final Duration TO_BE_FOUND = Duration.ofSeconds(90);

    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Duration clean;
    private final Launcher launcher = new Launcher(Map.of());

    /**
     * A proof of some length.
     *
     * @param clean how long the season goes on without a fault
     */
    FlowsProof(Duration clean) {
        this.clean = clean;
    }

    @Override
    public List<String> run(PipelineClient client) {
        Checks checks = new Checks();
        Set<String> before = differences(client);
        System.out.printf("differences before        %d%n", before.size());
        runCleanly(client, before, checks);
        try (PlantedFaults faults = new PlantedFaults(client)) {
            plant(client, faults, differences(client), checks);
        }
        return checks.failures();
    }

    private void runCleanly(PipelineClient client, Set<String> before, Checks checks) {
        SeasonCrowd crowd = new SeasonCrowd(Season.open(client, "flows", RULES), STUDENTS, INTERNSHIPS, PATIENT);
        crowd.setUp();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> actors = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            long seed = SEED + i;
            actors.add(Thread.ofPlatform().start(() -> crowd.act(new Random(seed), over)));
        }
        Instant end = Instant.now().plus(clean);
        Set<String> alarms = new TreeSet<>();
        while (Instant.now().isBefore(end)) {
            Pause.of(BETWEEN_LOOKS);
            for (String found : differences(client)) {
                if (!before.contains(found) && alarms.add(found)) {
                    System.out.println("false alarm               " + found);
                }
            }
        }
        over.set(true);
        actors.forEach(FlowsProof::join);
        Pause.of(TO_BE_FOUND.dividedBy(3));
        differences(client).stream().filter(found -> !before.contains(found)).forEach(alarms::add);
        System.out.printf(
                "clean run                 %s, %,d acts acknowledged, %d false alarms%n",
                clean, crowd.acknowledged(), alarms.size());
        checks.holds(alarms.isEmpty(), "no alarm in a clean run");
    }

    private void plant(PipelineClient client, PlantedFaults faults, Set<String> before, Checks checks) {
        List<String> planted = new ArrayList<>();
        // So that there is an account of every partition to compare with.
        List<Stranger> known = new ArrayList<>(faults.strangersEverywhere());
        known.addAll(faults.strangersEverywhere());
        awaitRead(client, known);
        for (int i = 0; i < DELETED; i++) {
            planted.add(faults.deletedRecord());
        }
        for (int i = 0; i < DUPLICATES; i++) {
            planted.add(faults.duplicate());
        }

        launcher.run("kill", PlantedFaults.READER);
        List<Stranger> skipped = new ArrayList<>();
        for (int i = 0; i < SKIPPED; i++) {
            skipped.addAll(faults.strangersEverywhere());
        }
        awaitGroupIsEmpty();
        faults.skip(skipped);
        launcher.run("restart", PlantedFaults.READER);
        // It says so only with the next that it reads.
        awaitRead(client, faults.strangersEverywhere());
        skipped.forEach(each -> planted.add("READER_SKIPPED " + each.person() + " " + each.event()));

        launcher.run("kill", PlantedFaults.READER);
        awaitGroupIsEmpty();
        List<RecordMetadata> copies = known.stream().map(faults::again).toList();
        faults.sayApplied(copies);
        known.forEach(each -> planted.add("READER_APPLIED_TWICE " + each.person() + " " + each.event()));

        Set<String> found = awaitFound(client, planted);
        launcher.run("restart", PlantedFaults.READER);
        List<String> unnamed =
                planted.stream().filter(each -> !found.contains(each)).toList();
        unnamed.forEach(each -> System.out.println("not named                 " + each));
        System.out.printf(
                "planted                   %d faults, %d named%n", planted.size(), planted.size() - unnamed.size());
        checks.holds(unnamed.isEmpty(), "every planted fault is named");
        Set<String> more = new HashSet<>(found);
        more.removeAll(before);
        planted.forEach(more::remove);
        // The copies that were planted for the reader stand there twice, which is so.
        known.forEach(each -> more.remove("EVENT_TWICE " + each.person() + " " + each.event()));
        more.forEach(each -> System.out.println("not planted               " + each));
        checks.holds(more.isEmpty(), "nothing else is named");
    }

    private static Set<String> awaitFound(PipelineClient client, List<String> planted) {
        Instant patience = Instant.now().plus(TO_BE_FOUND);
        Set<String> found = differences(client);
        while (!found.containsAll(planted) && Instant.now().isBefore(patience)) {
            Pause.of(Duration.ofSeconds(1));
            found = differences(client);
        }
        return found;
    }

    /** Until the reader has come past them, and the ledger has compared that. */
    private static void awaitRead(PipelineClient client, List<Stranger> strangers) {
        Instant patience = Instant.now().plus(TO_BE_FOUND);
        while (Instant.now().isBefore(patience)) {
            JsonNode readers = answered(client, "/api/v1/ledger").path("readers");
            boolean all = strangers.stream()
                    .allMatch(stranger -> readers.valueStream()
                            .anyMatch(reader -> reader.path("reader").asString().equals(PlantedFaults.READER)
                                    && reader.path("topic")
                                            .asString()
                                            .equals(stranger.at().topic())
                                    && reader.path("partition").asInt()
                                            == stranger.at().partition()
                                    && reader.path("compared").asLong()
                                            > stranger.at().offset()));
            if (all) {
                return;
            }
            Pause.of(Duration.ofSeconds(1));
        }
        throw new IllegalStateException("%s must come past what is told of strangers. Maybe it has not started again?"
                .formatted(PlantedFaults.READER));
    }

    /** The broker misses a reader that was killed only after its session. */
    private static void awaitGroupIsEmpty() {
        Pause.of(Duration.ofSeconds(50));
    }

    /** All that differs, each by its kind and key, and by the event or, where none is there, the version. */
    private static Set<String> differences(PipelineClient client) {
        Set<String> all = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = answered(client, "/api/v1/ledger/differences?limit=200" + cursor);
            page.path("items")
                    .valueStream()
                    .map(each -> Stream.of(
                                    "difference", "key", each.path("eventId").isNull() ? "version" : "eventId")
                            .map(field -> each.path(field).asString("-"))
                            .reduce((one, other) -> one + " " + other)
                            .orElseThrow())
                    .forEach(all::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static JsonNode answered(PipelineClient client, String path) {
        Reply reply = PATIENT.untilAnswered(() -> client.operations().get(path));
        return reply.body();
    }

    private static void join(Thread actor) {
        try {
            actor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the actors finish.", e);
        }
    }
}
