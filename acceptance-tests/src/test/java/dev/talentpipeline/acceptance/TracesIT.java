package dev.talentpipeline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.acceptance.SpanReceiver.Span;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a request, through all services and topics, is one trace, and nobody's name is in it. */
class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PipelineClient client = RunningStack.shared().client();

    @Test
    void aPostedProfileIsOneTraceFromTheRequestToTheMail() {
        Optional<SpanReceiver> receiver = RunningStack.shared().spans();
        assumeThat(receiver).as("a stack that these tests started").isPresent();

        // given
        Season season = Season.open(client, Map.of("clearingInterval", "PT0.2S"));
        season.postInternship("R1", Map.of());

        // when
        JsonNode student = season.postStudent("T-20270001", Map.of("email", "traced@traces.example.org"));

        // then
        String trace = traceOf(season, student.get("id").asString());
        // Each service hands over what it has when it has some, so that the mail's step may be here before the
        // request's.
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(wayOf("send mail", receiver.get().ofTrace(trace)))
                                .containsExactly(
                                        "console PUT /api/v1/**",
                                        "internship-service PUT /api/v1/programmes/{programme}/students/{student}",
                                        "internship-service send student-profiles",
                                        "matching-service process student-profiles",
                                        "matching-service send placement-offers",
                                        "internship-service process placement-offers",
                                        "internship-service send offers",
                                        "notification-service process offers",
                                        "notification-service send mail"));
        List<Span> spans = await().atMost(PATIENCE)
                .until(
                        () -> receiver.get().ofTrace(trace),
                        all -> all.stream().anyMatch(span -> span.service().equals("monitoring-service")));
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.raw())
                        .doesNotContain("20270001", "traced@", Season.nameOf("T-20270001"), "students.example.org"));
    }

    /** The trace that the journey of a student names on each of these topics. */
    private String traceOf(Season season, String student) {
        List<String> topics = List.of("student-profiles", "placement-offers", "offers");
        Map<String, String> traces = await().atMost(PATIENCE)
                .until(
                        () -> tracesByTopic(season, student),
                        seen -> seen.keySet().containsAll(topics));
        assertThat(topics.stream().map(traces::get).distinct()).hasSize(1);
        return traces.get("student-profiles");
    }

    private static Map<String, String> tracesByTopic(Season season, String student) {
        Map<String, String> traces = new TreeMap<>();
        Reply journey = season.operations().get("/api/v1/journeys/" + student);
        if (journey.successful()) {
            for (JsonNode event : journey.body().get("items")) {
                traces.putIfAbsent(
                        event.get("position").get("topic").asString(),
                        event.get("traceId").asString());
            }
        }
        return traces;
    }

    /** From the first step of the trace to the one of that name, by who is whose parent. */
    private static List<String> wayOf(String name, List<Span> spans) {
        List<String> way = new ArrayList<>();
        Optional<Span> step =
                spans.stream().filter(span -> span.name().equals(name)).findFirst();
        while (step.isPresent()) {
            Span here = step.get();
            way.addFirst(here.service() + " " + here.name());
            step = spans.stream()
                    .filter(span -> span.id().equals(here.parentId()))
                    .findFirst();
        }
        return way;
    }
}
