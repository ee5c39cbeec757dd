package dev.talentpipeline.monitoring.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.ledger.Ledger;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import dev.talentpipeline.monitoring.ledger.ReaderAccount.Counts;
import dev.talentpipeline.monitoring.ledger.ReaderAccount.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of the outcomes that a reader lists, on a topic that nobody else has. */
class ReadOutcomesIT extends RunningService {

    private static final String READER = "matching-service";
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    private final String topic = "outcomes-" + UUID.randomUUID();
    private ReadOutcomes outcomes;

    @BeforeEach
    void readerThatIsKnown() {
        outcomes = new ReadOutcomes(jdbc);
        jdbc.sql("insert into ledger_reader values (?, ?, 0, 0, 0, 0, 0, 0, 0)")
                .params(READER, topic)
                .update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from ledger_reader where topic = ?").param(topic).update();
        jdbc.sql("delete from ledger_outcome where topic = ?").param(topic).update();
    }

    @Test
    void whatEndsAlikeIsOneRunThatGrowsOverTheEndsOfTransactions() {
        note(0, applied(10, 11, 13));
        note(14, applied(10, 11, 13, 14, 16));

        assertThat(outcome(10, 14, 16, 17)).containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.APPLIED, null);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void whatEndsOtherwiseIsARunOfItsOwn() {
        note(0, List.of(new Read(10, Outcome.APPLIED), new Read(11, Outcome.DUPLICATE), new Read(12, Outcome.DEAD)));
        note(13, List.of(new Read(12, Outcome.DEAD), new Read(13, Outcome.APPLIED)));

        assertThat(outcome(9, 10, 11, 12, 13))
                .containsExactly(null, Outcome.APPLIED, Outcome.DUPLICATE, Outcome.DEAD, Outcome.APPLIED);
    }

    @Test
    void whatTookMoreAttemptsIsARunOfItsOwn() {
        note(0, List.of(new Read(10, Outcome.APPLIED), new Read(11, Outcome.APPLIED, 3)));
        note(
                12,
                List.of(
                        new Read(11, Outcome.APPLIED, 3),
                        new Read(12, Outcome.APPLIED),
                        new Read(13, Outcome.DEAD, 4)));

        assertThat(outcome(10, 11, 12, 13))
                .containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.APPLIED, Outcome.DEAD);
        assertThat(attempts(10, 11, 12, 13)).containsExactly(1, 3, 1, 4);
        assertThat(runs()).isEqualTo(4);
    }

    @Test
    void ofWhatWasSkippedNothingIsSaidUntilItIsReadAfterAll() {
        note(0, applied(10));
        outcomes.note(account(applied(10, 12, 14)), 11, new TreeSet<>(List.of(11L, 13L)), NOW);
        assertThat(outcome(10, 11, 12, 13, 14))
                .containsExactly(Outcome.APPLIED, null, Outcome.APPLIED, null, Outcome.APPLIED);

        outcomes.noteAfterAll(account(applied(11, 12, 13, 14)), new TreeSet<>(List.of(13L)), NOW);

        assertThat(outcome(11, 13, 14)).containsExactly(null, Outcome.APPLIED, Outcome.APPLIED);
    }

    @Test
    void ofWhatAReaderDidNotListOneByOneNothingIsSaid() {
        note(0, applied(10));
        note(11, applied(20, 21));

        assertThat(outcome(10, 15, 20)).containsExactly(Outcome.APPLIED, null, Outcome.APPLIED);
    }

    @Test
    void whatIsTooOldIsForgotten() {
        note(0, applied(10));
        outcomes.note(
                account(List.of(new Read(10, Outcome.APPLIED), new Read(11, Outcome.DEAD))),
                11,
                new TreeSet<>(),
                NOW.plus(Duration.ofDays(1)));

        outcomes.forget(NOW.plusSeconds(1));

        assertThat(outcome(10, 11)).containsExactly(null, Outcome.DEAD);
    }

    private void note(long from, List<Read> listed) {
        outcomes.note(account(listed), from, new TreeSet<>(), NOW);
    }

    private static List<Read> applied(long... offsets) {
        return LongStream.of(offsets)
                .mapToObj(offset -> new Read(offset, Outcome.APPLIED))
                .toList();
    }

    private ReaderAccount account(List<Read> listed) {
        return new ReaderAccount(
                READER, topic, 0, listed.getLast().offset() + 1, 0, new Counts(0, 0, 0, 0), null, List.of(), listed);
    }

    private List<@Nullable Outcome> outcome(long... offsets) {
        return became(offsets)
                .map(became -> became.map(Ledger.Became::outcome).orElse(null))
                .toList();
    }

    private List<Integer> attempts(long... offsets) {
        return became(offsets)
                .map(became -> became.map(Ledger.Became::attempts).orElse(0))
                .toList();
    }

    private Stream<Optional<Ledger.Became>> became(long... offsets) {
        Map<Position, SortedMap<String, Ledger.Became>> known = outcomes.of(LongStream.of(offsets)
                .mapToObj(offset -> new Position(topic, 0, offset))
                .toList());
        return Arrays.stream(offsets)
                .mapToObj(offset ->
                        Optional.ofNullable(known.getOrDefault(new Position(topic, 0, offset), new TreeMap<>())
                                .get(READER)));
    }

    private long runs() {
        return jdbc.sql("select count(*) from ledger_outcome where topic = ?")
                .param(topic)
                .query(Long.class)
                .single();
    }
}
