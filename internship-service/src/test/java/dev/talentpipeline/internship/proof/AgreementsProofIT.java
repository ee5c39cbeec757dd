package dev.talentpipeline.internship.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.talentpipeline.internship.proof.Trail.Step;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.stack.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I2 and I3 hold while many at once do whatever may be done, and the checks that say so find bugs that are planted. Every build runs the short
 * form; {@code ./pipeline prove agreements} the long one.
 */
@RunningService
class AgreementsProofIT {

    private static final Duration LENGTH = Duration.parse(System.getProperty("proof.length", "PT4S"));
    private static final @Nullable String SEEN = System.getProperty("proof.seen");
    private static final boolean IS_LONG = LENGTH.compareTo(Duration.ofMinutes(1)) >= 0;
    private static final Crowd.Size SIZE = IS_LONG ? new Crowd.Size(64, 2_000, 300) : new Crowd.Size(16, 120, 36);
    private static final Crowd.Size SIZE_WITH_BUG = IS_LONG ? new Crowd.Size(64, 600, 60) : new Crowd.Size(16, 120, 36);
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final Duration PAUSE_OF_JUDGE = Duration.ofMillis(200);
    private static final Set<String> ACTS =
            Set.of("ACCEPT", "KEEP", "DECLINE", "APPROVE", "VETO", "ENDORSE", "RELEASE", "SEATS", "WITHDRAW");

    @Autowired
    Market market;

    @Autowired
    Participants participants;

    @Autowired
    Matcher matcher;

    @Autowired
    PlantableBugs bugs;

    /** Connections of its own: whoever watches must not take any from whom it watches. */
    private static final HikariDataSource DATABASE = connections();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);

    private static HikariDataSource connections() {
        Infrastructure infrastructure = Infrastructure.shared();
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(infrastructure.jdbcUrl("internship"));
        connections.setUsername(infrastructure.username());
        connections.setPassword(infrastructure.password());
        connections.setMaximumPoolSize(8);
        // Everybody else waits behind whoever waits for a whole table.
        connections.setConnectionInitSql("set lock_timeout to '2s'");
        return connections;
    }

    @AfterAll
    static void closeConnections() {
        DATABASE.close();
    }

    @Test
    void promisesHoldAtEveryPrefixOfTheTrailAndInEverySnapshot() throws Exception {
        Crowd crowd = new Crowd(SIZE, market, participants, matcher, jdbc);
        crowd.setUp();
        long deadlocksBefore = deadlocks();
        Snapshots snapshots = new Snapshots(jdbc, crowd.programmes());
        AtomicBoolean stop = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().start(() -> snapshots.watch(stop));
        crowd.act(LENGTH, ACTS, stop);
        awaitQuiet(crowd.programmes());
        stop.set(true);
        watch.join();

        List<List<Step>> trail = new Trail(jdbc).of(crowd.programmes());
        report(crowd, trail, snapshots);
        assertThat(crowd.faults()).isEmpty();
        assertThat(deadlocks()).as("deadlocks").isEqualTo(deadlocksBefore);
        assertThat(snapshots.violations()).isEmpty();
        assertThat(TrailJudge.violations(trail)).isEmpty();
        // The crowd did what it is for: a run in which little happened would prove little.
        assertThat(crowd.carriedOut())
                .containsKeys(
                        "ACCEPT", "KEEP", "DECLINE", "APPROVE", "VETO", "ENDORSE", "RELEASE", "SEATS", "WITHDRAW");
        assertThat(trail).hasSizeGreaterThan(SIZE.students());
        assertThat(statesReached(crowd.programmes()))
                .contains("EXPIRED", "LAPSED", "RESCINDED", "RELEASED", "CONFIRMED", "REJECTED");
    }

    /** All of them in the long form; in every build the one that the checks find within seconds on any machine. */
    static Stream<PlantedBug> bugs() {
        return IS_LONG ? Stream.of(PlantedBug.values()) : Stream.of(PlantedBug.DOUBLE_EXPIRY);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aPlantedBugIsFound(PlantedBug bug) throws Exception {
        Crowd crowd = new Crowd(SIZE_WITH_BUG, market, participants, matcher, jdbc);
        crowd.setUp();
        AtomicBoolean stop = new AtomicBoolean();
        List<String> found = new ArrayList<>();
        long began = System.nanoTime();
        long deadlocksBefore = deadlocks();
        awaitDone(bug.cutsNet());
        bugs.plant(bug);
        try {
            Snapshots snapshots = new Snapshots(jdbc, crowd.programmes());
            Thread watch = Thread.ofPlatform().start(() -> snapshots.watch(stop));
            Thread judge = Thread.ofPlatform().start(() -> judgeUntilFound(crowd, deadlocksBefore, found, stop));
            crowd.act(BOUND, Set.of(), stop);
            stop.set(true);
            watch.join();
            judge.join();
            found.addAll(snapshots.violations());
        } finally {
            bugs.pull();
            // What the bug left behind goes before the net is mended; it would not hold otherwise.
            awaitDone("truncate programme cascade");
            awaitDone(bug.mendsNet());
        }
        assertThat(found)
                .as("%s within %s; carried out: %s, refused: %s", bug, BOUND, crowd.carriedOut(), crowd.refused())
                .isNotEmpty();
        say("%-20s found after %.1f s: %s%n", bug, (System.nanoTime() - began) / 1e9, found.getFirst());
    }

    private static void awaitDone(String sql) {
        await().atMost(BOUND)
                .ignoreException(PessimisticLockingFailureException.class)
                .untilAsserted(() -> new JdbcTemplate(DATABASE).execute(sql));
    }

    private void judgeUntilFound(Crowd crowd, long deadlocksBefore, List<String> found, AtomicBoolean stop) {
        while (!stop.get()) {
            found.addAll(TrailJudge.violations(new Trail(jdbc).of(crowd.programmes())));
            crowd.faults().forEach((act, times) -> found.add("%d times %s".formatted(times, act)));
            long deadlocks = deadlocks() - deadlocksBefore;
            if (deadlocks > 0) {
                found.add("%d deadlocks".formatted(deadlocks));
            }
            if (!found.isEmpty()) {
                stop.set(true);
            }
            LockSupport.parkNanos(PAUSE_OF_JUDGE.toNanos());
        }
    }

    /** Every deadline has had its consequence, and everything is told. */
    private void awaitQuiet(List<String> programmes) {
        await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> jdbc.sql("""
                                select not exists (select from offer where programme = any(?) and respond_by is not null)
                                    and not exists (select from outbox where published_at is null)
                                """)
                        .param(programmes.toArray(String[]::new))
                        .query(Boolean.class)
                        .single());
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private List<String> statesReached(List<String> programmes) {
        return jdbc.sql(
                        "select distinct h.state from offer_history h join offer o on o.id = h.offer where o.programme = any(?)")
                .param(programmes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static void report(Crowd crowd, List<List<Step>> trail, Snapshots snapshots) {
        say(
                "%d threads, %,d students, %d seats, %s: %,d acts carried out, %,d refused, %,d faults; %,d prefixes of the trail, %,d snapshots%n",
                SIZE.threads(),
                SIZE.students(),
                SIZE.seats(),
                LENGTH,
                sum(crowd.carriedOut()),
                sum(crowd.refused()),
                sum(crowd.faults()),
                trail.size(),
                snapshots.looks());
        say("carried out: %s%n", crowd.carriedOut());
        say("refused: %s%n", crowd.refused());
    }

    /** Printed, and kept where the launcher asks for it. */
    private static void say(String format, Object... facts) {
        String line = format.formatted(facts);
        System.out.print(line);
        if (SEEN != null) {
            try {
                Files.writeString(Path.of(SEEN), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
