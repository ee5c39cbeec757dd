package dev.talentpipeline.acceptance.instruments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Services log one JSON object a line, with the ids of the event that they are at, and the launcher shows it as people read it. */
class LogsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    /** The readers of the topic. */
    private static final List<String> READERS = List.of("matching-service", "notification-service");

    private final RunningStack stack = RunningStack.shared();
    private final String mark = "logged-" + UUID.randomUUID();

    @Test
    void whatIsLoggedOfAnEventCarriesItsIdsAndNothingOfItsKey() throws Exception {
        send();

        for (String reader : READERS) {
            JsonNode line = await().atMost(SOON)
                    .until(
                            () -> lines(reader).stream()
                                    .filter(written -> written.contains(mark))
                                    .findFirst()
                                    .map(JsonMapper.shared()::readTree)
                                    .orElse(null),
                            found -> found != null);
            assertThat(line.get("correlationId").asString()).isEqualTo(mark);
            assertThat(line.get("eventId").asString()).isEqualTo("event-" + mark);
            assertThat(line.get("causationId").asString()).isEqualTo("cause-" + mark);
            assertThat(line.at("/service/name").asString()).isEqualTo(reader);
            assertThat(line.toString()).doesNotContain("20230001");
            assertThat(stack.launcher().run("logs", reader))
                    .contains("correlationId=" + mark)
                    .doesNotContain("{\"@timestamp\"");
        }
    }

    @Test
    void everyLineOfAServiceIsAnObject() {
        for (String service : RunningServices.all().keySet()) {
            // A process that was killed may leave half a line, behind which the next one goes on.
            assertThat(lines(service)).as(service).isNotEmpty().allMatch(line -> line.startsWith("{\"@timestamp\""));
        }
    }

    private List<String> lines(String service) {
        Path log = stack.stackFile().resolveSibling("logs").resolve(service + ".log");
        String written = Checkout.read(log);
        // The last one may still be under way.
        return written.substring(0, written.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void send() throws Exception {
        var headers = new RecordHeaders();
        new EventHeaders(
                        "event-" + mark,
                        Topics.OFFERS.type().getName(),
                        Topics.OFFERS.writer(),
                        Instant.now(),
                        "logs/20230001",
                        mark,
                        "cause-" + mark,
                        null)
                .writeTo(headers);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.client().stack().kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.OFFERS.name(), 0, "logs/20230001", "not an event".getBytes(UTF_8), headers))
                    .get();
        }
    }
}
