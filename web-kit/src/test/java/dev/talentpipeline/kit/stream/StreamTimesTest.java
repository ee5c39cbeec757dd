package dev.talentpipeline.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamTimesTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    private final StreamTimes times =
            new StreamTimes(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(5), Duration.ofSeconds(5));

    @Test
    void aStreamEndsWithItsReadersRightAndNeverLaterThanAny() {
        assertThat(times.until(Optional.empty())).isEqualTo(NOW.plusSeconds(300));
        assertThat(times.until(Optional.of(NOW.plusSeconds(60)))).isEqualTo(NOW.plusSeconds(60));
        assertThat(times.until(Optional.of(NOW.plusSeconds(900)))).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void itWaitsForABeatButNotBeyondTheEnd() {
        assertThat(times.wait(times.left(NOW.plusSeconds(60)))).isEqualTo(Duration.ofSeconds(5));
        assertThat(times.wait(times.left(NOW.plusSeconds(2)))).isEqualTo(Duration.ofSeconds(2));
    }
}
