package dev.talentpipeline.monitoring.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.monitoring.flow.Flow.Delay;
import dev.talentpipeline.monitoring.flow.Flow.Pace;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {

    private Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private final ReadingPace pace = new ReadingPace(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void isWhatWasCountedSinceAMinuteAgo() {
        pace.note(List.of(account(0, 100, 1, 100, 10)));
        later(40);
        pace.note(List.of(account(0, 140, 1, 140, 10), account(1, 20, 1, 0, 20)));

        assertThat(pace.of("reader", "offers")).isEqualTo(new Pace(1.5, 1, new Delay(1, 2, 2)));
        assertThat(pace.of("reader", "notices")).isNull();

        // What was before that minute is not counted any more.
        later(40);
        pace.note(List.of(account(0, 140, 1, 140, 10), account(1, 20, 1, 0, 20)));
        later(40);
        pace.note(List.of(account(0, 148, 1, 140, 18), account(1, 20, 1, 0, 20)));

        assertThat(pace.of("reader", "offers")).isEqualTo(new Pace(0.2, 0, new Delay(2, 2, 2)));
    }

    @Test
    void aNewAccountIsNotSetAgainstTheOldOne() {
        pace.note(List.of(account(0, 100, 0, 100, 0)));
        later(10);
        pace.note(List.of(new ReaderAccount(
                "reader", "offers", 0, 8, 5, new ReaderAccount.Counts(3, 3, 0, 0), null, List.of(), List.of())));

        assertThat(pace.of("reader", "offers")).isEqualTo(new Pace(0, 0, null));
    }

    private void later(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    private static ReaderAccount account(int partition, long records, long dead, long within1Ms, long within2Ms) {
        List<Long> delays = new ArrayList<>(Collections.nCopies(ReaderAccount.DELAY_BOUNDS_MS.size() + 1, 0L));
        delays.set(0, within1Ms);
        delays.set(1, within2Ms);
        return new ReaderAccount(
                "reader",
                "offers",
                partition,
                records,
                0,
                new ReaderAccount.Counts(records, records, 0, dead),
                null,
                delays,
                List.of());
    }
}
