package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.prove.PlantedEvents.Told;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The ledger as operations sees it. */
final class SeenLedger {

    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final PipelineClient client;

    SeenLedger(PipelineClient client) {
        this.client = client;
    }

    /** All that differs, each in one line: what, whose account, which key, and which event or, where none is there, which version. */
    Set<String> differences() {
        Set<String> all = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = answered("/api/v1/ledger/differences?limit=200" + cursor);
            page.path("items").valueStream().map(SeenLedger::line).forEach(all::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static String line(JsonNode difference) {
        List<String> named = difference.path("key").isString()
                ? List.of(
                        "difference",
                        "reader",
                        "key",
                        difference.path("eventId").isString() ? "eventId" : "version")
                : List.of("difference", "reader", "topic", "partition");
        return named.stream()
                .map(difference::path)
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    /** What is said of a reader's account. */
    static String line(String difference, ConsumerGroup reader, Told told) {
        return Stream.of(difference, reader.id(), told.thing().key(), told.event())
                .collect(Collectors.joining(" "));
    }

    /** How many records readers have accounted for, as far as that was compared. */
    long recordsCompared() {
        return answered("/api/v1/ledger")
                .path("readers")
                .valueStream()
                .mapToLong(reader -> reader.path("records").asLong())
                .sum();
    }

    /** Those that the reader has not come past yet, or of which the ledger has not compared that. */
    List<Told> notCompared(ConsumerGroup reader, List<Told> all) {
        JsonNode readers = answered("/api/v1/ledger").path("readers");
        return all.stream()
                .filter(told -> readers.valueStream()
                        .noneMatch(each -> each.path("reader").asString().equals(reader.id())
                                && each.path("topic")
                                        .asString()
                                        .equals(told.at().topic())
                                && each.path("partition").asInt() == told.at().partition()
                                && each.path("compared").asLong() > told.at().offset()))
                .toList();
    }

    private JsonNode answered(String path) {
        return PATIENT.untilAnswered(() -> client.operations().get(path)).body();
    }
}
