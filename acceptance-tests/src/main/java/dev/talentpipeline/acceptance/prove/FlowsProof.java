package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
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

/**
 * Whether the ledger finds what is wrong, and nothing else: it has to be silent while a season is in full swing, and then to name each of fifty {@link PlantedFaults} by its event, or by the key and
 * version that is missing.
 */
final class FlowsProof implements Proof {

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
    /** After that everybody has a place, or nothing left to say: a new season begins. */
    private static final Duration SEASON = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    /** What is changed together may look broken for a while, and readers are compared every few seconds. */
    private static final Duration TO_BE_FOUND = Duration.ofMinutes(3);

    private static final Duration TO_COME_TO_REST = Duration.ofSeconds(30);

    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Duration clean;

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
        SeenLedger ledger = new SeenLedger(client);
        runCleanly(client, ledger, checks);
        Set<String> before = ledger.differences();
        try (PlantedFaults faults = new PlantedFaults(client, ledger)) {
            faults.plant();
            judge(faults, awaitNamed(ledger, before, faults.planted()), checks);
        }
        return checks.failures();
    }

    private void runCleanly(PipelineClient client, SeenLedger ledger, Checks checks) {
        Set<String> before = ledger.differences();
        long comparedBefore = ledger.recordsCompared();
        System.out.printf("differences before        %d%n", before.size());
        Set<String> alarms = new TreeSet<>();
        long acknowledged = 0;
        Instant end = Instant.now().plus(clean);
        while (Instant.now().isBefore(end)) {
            Instant endOfSeason = Instant.now().plus(SEASON);
            acknowledged += inASeason(
                    client,
                    endOfSeason.isBefore(end) ? endOfSeason : end,
                    () -> ledger.differences().stream()
                            .filter(found -> !before.contains(found) && alarms.add(found))
                            .forEach(found -> System.out.println("false alarm               " + found)));
        }
        Pause.of(TO_COME_TO_REST);
        ledger.differences().stream().filter(found -> !before.contains(found)).forEach(alarms::add);
        long compared = ledger.recordsCompared() - comparedBefore;
        System.out.printf(
                "clean run                 %s, %,d acts acknowledged, %,d records compared with what their readers made of them, %d false alarms%n",
                clean, acknowledged, compared, alarms.size());
        checks.holds(alarms.isEmpty(), "no alarm in a clean run");
        checks.holds(compared > acknowledged, "what was done was compared");
    }

    /** Everybody acts; gives how many acts were acknowledged. */
    private static long inASeason(PipelineClient client, Instant end, Runnable look) {
        SeasonCrowd crowd = new SeasonCrowd(Season.open(client, "flows", RULES), STUDENTS, INTERNSHIPS, PATIENT);
        crowd.setUp();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> actors = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            long seed = SEED + i;
            actors.add(Thread.ofPlatform().start(() -> crowd.act(new Random(seed), over)));
        }
        while (Instant.now().isBefore(end)) {
            Pause.of(BETWEEN_LOOKS);
            look.run();
        }
        over.set(true);
        actors.forEach(SettlingProof::join);
        return crowd.acknowledged();
    }

    private static void judge(PlantedFaults faults, Set<String> found, Checks checks) {
        List<String> planted = faults.planted();
        List<String> unnamed =
                planted.stream().filter(each -> !found.contains(each)).toList();
        unnamed.forEach(each -> System.out.println("not named                 " + each));
        System.out.printf(
                "planted                   %d faults, %d named%n", planted.size(), planted.size() - unnamed.size());
        checks.holds(unnamed.isEmpty(), "every planted fault is named");
        Set<String> more = new TreeSet<>(found);
        planted.forEach(more::remove);
        more.removeAll(faults.besides());
        more.forEach(each -> System.out.println("not planted               " + each));
        checks.holds(more.isEmpty(), "nothing else is named");
    }

    /** What differs since, once all of these do or patience is over. */
    private static Set<String> awaitNamed(SeenLedger ledger, Set<String> before, List<String> planted) {
        Instant patience = Instant.now().plus(TO_BE_FOUND);
        while (true) {
            Set<String> found = new HashSet<>(ledger.differences());
            found.removeAll(before);
            if (found.containsAll(planted) || Instant.now().isAfter(patience)) {
                return found;
            }
            Pause.of(Duration.ofSeconds(1));
        }
    }
}
