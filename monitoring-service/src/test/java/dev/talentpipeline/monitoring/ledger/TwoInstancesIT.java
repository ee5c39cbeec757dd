package dev.talentpipeline.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.lag.LagState;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import dev.talentpipeline.monitoring.ledger.ReaderAccount.Counts;
import dev.talentpipeline.monitoring.ledger.ReaderAccount.Read;
import dev.talentpipeline.monitoring.ledger.WatchingLedger.Said;
import dev.talentpipeline.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two instances of the service keep one ledger: what was compared is in the tables, and what waits for the journal in each. */
class TwoInstancesIT extends RunningService {

    private static final String READER = "notification-service";
    private static final String TOPIC = Topics.OFFERS.name();
    /** One that the topic does not have, so that nobody else goes along with it. */
    private static final int NOBODYS = 98;

    private static final int RECORDS = 30;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReaderReports reports;

    @Autowired
    private Followed followed;

    @Autowired
    private TransactionOperations transaction;

    private long journalled;
    private Instant now = Instant.parse("2026-11-30T04:00:00Z");
    private final InstantSource clock = () -> now;
    private final WatchingLag lag = new WatchingLag(
            List::of,
            starts -> Map.of(),
            Clock.systemUTC(),
            new LagState.Rule(Duration.ofSeconds(10), Duration.ofSeconds(8)));

    private WatchingLedger one;
    private WatchingLedger other;

    @BeforeEach
    void recordsAndTwoWhoCompareThem() {
        jdbc.sql("""
            insert into journal (topic, partition, "offset", content, event_id, occurred_at, recorded_at)
            select :topic, :partition, number, 'EVENT', 'of-two-' || number, now(), now()
            from generate_series(0, :records - 1) as made (number)
            """)
                .param("topic", TOPIC)
                .param("partition", NOBODYS)
                .param("records", RECORDS)
                .update();
        one = instance();
        other = instance();
        journalled = 10;
        compare(one, read(10));
        compare(other, read(10));
    }

    @AfterEach
    void forget() {
        for (String table : List.of("journal", "ledger_reader", "ledger_outcome", "ledger_difference")) {
            jdbc.sql("delete from " + table + " where topic = ? and partition = ?")
                    .params(TOPIC, NOBODYS)
                    .update();
        }
    }

    @Test
    void whatWaitedInOneWhileTheOtherComparedALaterAccountIsNoNews() {
        compare(one, read(15));
        compare(other, read(15));
        assertThat(compared()).isEqualTo(10);

        journalled = 20;
        compare(one, read(20));
        assertThat(compared()).isEqualTo(20);
        compare(other, read(20));

        journalled = 25;
        compare(other, read(25));
        compare(one, read(25));
        assertThat(compared()).isEqualTo(25);
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatWasReadAgainIsNamedWhicheverComesFirstAndOnce() {
        journalled = 20;
        compare(one, read(20));
        // Set back to 18, it applies two again.
        ReaderAccount again = account(20, 18, LongStream.range(18, 20));

        compare(other, again);
        compare(one, again);

        assertThat(differences()).containsExactly("READER_APPLIED_TWICE 18", "READER_APPLIED_TWICE 19");
    }

    @Test
    void whatTheJournalHasYetToComeUpToIsSeenToWait() {
        now = now.plusSeconds(3);
        compare(one, read(15));
        now = now.plusSeconds(600);
        compare(one, read(20));
        assertThat(one.behind(READER)).isEqualTo(Duration.ofSeconds(600));
        assertThat(one.behind("matching-service")).isZero();

        journalled = 20;
        compare(one, read(20));
        assertThat(one.behind(READER)).isZero();

        // Who does not look any more is behind with everybody.
        now = now.plusSeconds(60);
        assertThat(one.behind("matching-service")).isEqualTo(Duration.ofSeconds(60));
    }

    private WatchingLedger instance() {
        return new WatchingLedger(ledger, reports, followed, lag, clock.withZone(ZoneOffset.UTC));
    }

    private void compare(WatchingLedger instance, ReaderAccount account) {
        Said said = new Said(List.of(account), List.of(), Map.of(TOPIC + "/" + NOBODYS, journalled));
        transaction.executeWithoutResult(status -> instance.compare(said));
        instance.look();
    }

    /** Everything from the first on was read once, and applied. */
    private static ReaderAccount read(long committed) {
        return account(committed, 0, LongStream.range(0, committed));
    }

    private static ReaderAccount account(long committed, long from, LongStream applied) {
        List<Read> tail =
                applied.mapToObj(offset -> new Read(offset, Outcome.APPLIED)).toList();
        return new ReaderAccount(
                READER,
                TOPIC,
                NOBODYS,
                committed,
                from,
                new Counts(tail.size(), tail.size(), 0, 0),
                null,
                List.of(),
                tail);
    }

    private long compared() {
        return jdbc.sql("select compared from ledger_reader where topic = ? and partition = ?")
                .params(TOPIC, NOBODYS)
                .query(Long.class)
                .single();
    }

    private List<String> differences() {
        return jdbc.sql("""
            select kind || ' ' || "offset" from ledger_difference where topic = ? and partition = ? order by "offset"
            """).params(TOPIC, NOBODYS).query(String.class).list();
    }
}
