package dev.talentpipeline.internship.outbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class KafkaOutboxRelayTest {

    @Test
    void startsAfreshAfterWhatNobodyForesawAndSaysSoMeanwhile() {
        AtomicInteger opened = new AtomicInteger();
        KafkaOutboxRelay relay = new KafkaOutboxRelay(
                () -> {
                    opened.incrementAndGet();
                    throw new IllegalStateException("nobody foresaw this");
                },
                Map.of(),
                () -> {},
                Duration.ofHours(1),
                Tracing.unseen(),
                new SimpleMeterRegistry());

        relay.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> opened.get() >= 3);
            assertThat(relay.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(relay.health().getDetails().get("fault"))
                    .isEqualTo("java.lang.IllegalStateException: nobody foresaw this");
        } finally {
            relay.stop();
        }
    }
}
