package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.tracing.Tracing;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostmanTest {

    private static final int MESSAGES = 6;

    @Test
    void givesWayToWhatHurriesMoreAndDoesNotStandStill() throws InterruptedException {
        assertThat(timeToSend(() -> true)).isGreaterThanOrEqualTo(Duration.ofMillis(50L * (MESSAGES - 1)));
    }

    @Test
    void sendsAtOnceWhereNothingHurriesMore() throws InterruptedException {
        // What slows the machine by chance does not do so every time.
        Duration fastest = timeToSend(() -> false);
        for (int round = 0; round < 20 && fastest.compareTo(Duration.ofMillis(50)) > 0; round++) {
            Duration next = timeToSend(() -> false);
            fastest = next.compareTo(fastest) < 0 ? next : fastest;
        }
        assertThat(fastest).isLessThanOrEqualTo(Duration.ofMillis(50));
    }

    private static Duration timeToSend(Precedence precedence) throws InterruptedException {
        var posted = new CountDownLatch(MESSAGES);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        var postman = new Postman(
                threads,
                Duration.ofMillis(1),
                precedence,
                afterwards -> new SendingMessages(
                        new Always(),
                        (url, headers, body) -> {
                            posted.countDown();
                            return new Reply.Answered(200, "", null);
                        },
                        new SendingMessages.Rules(
                                Duration.ofSeconds(5),
                                Duration.ofHours(6),
                                Duration.ofDays(5),
                                Duration.ofMinutes(1),
                                MESSAGES * 100),
                        threads,
                        (reply, state) -> {},
                        Tracing.unseen(),
                        afterwards,
                        UUID::randomUUID,
                        Clock.systemUTC(),
                        new Random(7)));
        long began = System.nanoTime();
        postman.start();
        try {
            assertThat(posted.await(20, TimeUnit.SECONDS)).isTrue();
            return Duration.ofNanos(System.nanoTime() - began);
        } finally {
            postman.stop();
        }
    }

    /** There is always a message for yet another endpoint. */
    private static final class Always implements Outgoing {

        @Override
        public Optional<Claim> claim(UUID token, Instant now, Instant until, Full full) {
            return Optional.of(new Claim(
                    token,
                    UUID.randomUUID(),
                    "company-" + token,
                    URI.create("https://" + token + ".example/hook"),
                    EndpointKind.WECOM,
                    null,
                    List.of(),
                    UUID.randomUUID(),
                    "{}",
                    0,
                    null,
                    now,
                    0,
                    null));
        }

        @Override
        public boolean settle(Claim claim, Settlement settlement) {
            return true;
        }
    }
}
