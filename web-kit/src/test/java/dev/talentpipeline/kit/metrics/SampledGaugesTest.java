package dev.talentpipeline.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SampledGaugesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatCannotBeReadIsUnknownUntilItCanBeReadAgain() {
        AtomicInteger asked = new AtomicInteger();
        try (var gauges = new SampledGauges(meters, Duration.ofMillis(5))) {
            gauges.add("mails.waiting", "", Tags.empty(), "Mails that wait", () -> {
                if (asked.incrementAndGet() <= 3) {
                    throw new IllegalStateException("the database is away");
                }
                return asked.get();
            });

            assertThat(number()).isNaN();
            await().until(() -> number() > 4);
        }
    }

    @Test
    void whoLooksDoesNotWaitForTheReading() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (var gauges = new SampledGauges(meters, Duration.ofMillis(5))) {
            gauges.add("mails.waiting", "", Tags.empty(), "Mails that wait", () -> {
                asked.incrementAndGet();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return 1;
            });

            await().until(() -> asked.get() == 1);
            assertThat(number()).isNaN();
        }
    }

    private double number() {
        return meters.get("mails.waiting").gauge().value();
    }
}
