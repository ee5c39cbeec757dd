package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Retries retries = new Retries(Duration.ofSeconds(5), Duration.ofHours(6));

    @Test
    void waitFourTimesAsLongAfterEachFailureUpToTheLongest() {
        var random = new Random(7);
        for (int failures = 1; failures <= 40; failures++) {
            long fullMs = Math.min(
                    (long) (5_000 * Math.pow(4, failures - 1)),
                    Duration.ofHours(6).toMillis());

            assertThat(retries.after(failures, random).toMillis()).isBetween(fullMs / 2, fullMs);
        }
    }

    @Test
    void refuseAScheduleThatNeverWaits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(Duration.ZERO, Duration.ofHours(6)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(Duration.ofHours(7), Duration.ofHours(6)));
    }
}
