package dev.talentpipeline.internship.outbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.internship.outbox.OutboxMessage;
import dev.talentpipeline.kit.tracing.CollectedSpans;
import dev.talentpipeline.schemas.EventHeaders;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class OutboxProducerTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final CollectedSpans collected = new CollectedSpans();

    @Test
    void whatCannotBeSentIsAStepThatFailedAndIsNotLeftOpen() {
        OutboxProducer producer =
                new OutboxProducer(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"), collected.tracing());
        // So that it fails at once.
        producer.close();

        assertThatThrownBy(() -> producer.send(List.of(due("e1"), due("e2")), 0))
                .isInstanceOf(IllegalStateException.class);

        assertThat(collected.spans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("send offers");
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getStatus()).isEqualTo(StatusData.error());
        });
        assertThat(collected.spans()).extracting(SpanData::hasEnded).containsOnly(true);
    }

    private static RelayConnection.Due due(String event) {
        return new RelayConnection.Due(
                1,
                new OutboxMessage("offers", "p/o", 1, "dev.talentpipeline.events.Offer", new byte[] {0}),
                new EventHeaders(
                        event,
                        "dev.talentpipeline.events.Offer",
                        "internship-service",
                        Instant.EPOCH,
                        "p/o",
                        "r1",
                        null,
                        "00-" + TRACE + "-b7ad6b7169203331-01"),
                null,
                false);
    }
}
