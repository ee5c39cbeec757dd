package dev.talentpipeline.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.monitoring.ledger.ReaderAccount.Counts;
import dev.talentpipeline.monitoring.ledger.ReaderAccount.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwaitedTest {

    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");

    private final Awaited<Long> awaited = new Awaited<>();

    @Test
    void whatIsAlwaysAheadOfTheJournalIsReachedAllTheSame() {
        List<Long> reached = new ArrayList<>();
        for (long look = 1; look <= 6; look++) {
            // At each look ten more, of which the journal has five.
            long journal = 10 * look - 5;
            reached.addAll(awaited.reached("a", 10 * look, said -> said <= journal, NOON.plusSeconds(look)));
            // Whoever is a look behind is not said to have waited since the first.
            assertThat(awaited.since()).containsExactly(Map.entry("a", NOON.plusSeconds(look)));
        }

        assertThat(reached).containsExactly(10L, 20L, 30L, 40L, 50L);
    }

    @Test
    void whatIsReachedAtOnceIsGivenOnceAndEachByItself() {
        assertThat(awaited.reached("a", 7L, said -> true, NOON)).containsExactly(7L);
        assertThat(awaited.reached("a", 8L, said -> false, NOON)).isEmpty();
        assertThat(awaited.reached("b", 3L, said -> true, NOON)).containsExactly(3L);
        assertThat(awaited.reached("a", 9L, said -> true, NOON)).containsExactly(8L, 9L);
        assertThat(awaited.reached("a", 9L, said -> true, NOON)).containsExactly(9L);
    }

    @Test
    void whatIsNotReachedWaitsSinceItWasSaidHoweverMuchIsSaidAfterIt() {
        assertThat(awaited.reached("a", 7L, said -> false, NOON)).isEmpty();
        assertThat(awaited.reached("b", 3L, said -> true, NOON)).containsExactly(3L);
        assertThat(awaited.reached("a", 8L, said -> false, NOON.plusSeconds(60)))
                .isEmpty();

        assertThat(awaited.since()).containsExactly(Map.entry("a", NOON));

        assertThat(awaited.reached("a", 8L, said -> true, NOON.plusSeconds(90))).containsExactly(7L, 8L);
        assertThat(awaited.since()).isEmpty();
    }

    @Test
    void anAccountIsReachedWithItsLastRecordThoughTheEndOfATransactionStandsBehindIt() {
        ReaderAccount account = account(12, List.of(new Read(9, Outcome.APPLIED), new Read(10, Outcome.APPLIED)));

        assertThat(account.read()).isEqualTo(11);
        assertThat(account.upTo(11).committed()).isEqualTo(11);
        assertThat(account.upTo(40)).isEqualTo(account);
        // Who lists nothing may have come past anything.
        assertThat(account(12, List.of()).read()).isEqualTo(12);
    }

    private static ReaderAccount account(long committed, List<Read> tail) {
        return new ReaderAccount(
                "matching-service", "offers", 0, committed, 0, new Counts(2, 2, 0, 0), null, List.of(), tail);
    }
}
