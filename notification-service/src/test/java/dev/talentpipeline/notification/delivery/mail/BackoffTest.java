package dev.talentpipeline.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private final RandomGenerator random = new Random(7);

    @Test
    void doublesAfterEachFailureUpToTheLongestWait() {
        long[] fullMs = {500, 1000, 2000, 4000, 8000, 16000, 30000, 30000};
        for (int failures = 1; failures <= fullMs.length; failures++) {
            assertThat(backoff.after(failures, random).toMillis())
                    .as("after %d failures", failures)
                    .isBetween(fullMs[failures - 1] / 2, fullMs[failures - 1]);
        }
    }

    @Test
    void staysAtTheLongestWaitHoweverManyFailuresThereWere() {
        assertThat(backoff.after(1_000_000, random)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @Test
    void bringsNobodyBackAtTheSameInstant() {
        assertThat(random.ints(50).mapToObj(i -> backoff.after(6, random)).distinct())
                .hasSizeGreaterThan(40);
    }

    @Test
    void refusesAFirstWaitOverTheLongest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessage("first (PT2S) must be positive and at most longest (PT1S).");
    }
}
