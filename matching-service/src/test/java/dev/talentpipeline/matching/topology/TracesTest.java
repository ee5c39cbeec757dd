package dev.talentpipeline.matching.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.tracing.CollectedSpans;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topics;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever entered a profile finds in their own trace what the market made of it. */
class TracesTest {

    private static final String OF_A = "00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-1111111111111111-01";
    private static final String OF_B = "00-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-2222222222222222-01";
    private static final String OF_THE_OPENING = "00-cccccccccccccccccccccccccccccccc-3333333333333333-01";

    private final CollectedSpans collected = new CollectedSpans();
    private final MarketBench bench = MarketBench.traced(collected.tracing());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void ofOneClearingEachProposalGoesOnWithTheTraceOfItsStudentsProfile() {
        bench.post(EventFixture.programme("p"));
        bench.in(OF_THE_OPENING).post(EventFixture.internship("p", "i", 2));
        bench.in(OF_A).post(EventFixture.student("p", "a", 4));
        bench.in(OF_B).post(EventFixture.student("p", "b", 4));
        bench.settle();

        assertThat(tracesOfProposals()).isEqualTo(Map.of("a", "a".repeat(32), "b", "b".repeat(32)));
    }

    @Test
    void whoWasThereBeforeIsMatchedInTheTraceOfWhatWasMissing() {
        bench.post(EventFixture.programme("p"));
        bench.in(OF_A).post(EventFixture.student("p", "a", 4));
        bench.settle();
        bench.in(OF_THE_OPENING).post(EventFixture.internship("p", "i", 1));
        bench.settle();

        assertThat(tracesOfProposals()).isEqualTo(Map.of("a", "c".repeat(32)));
    }

    @Test
    void aProposalIsTheChildOfTheStepInWhichItsCauseWasTaken() {
        bench.post(EventFixture.programme("p"));
        bench.in(OF_THE_OPENING).post(EventFixture.internship("p", "i", 1));
        bench.in(OF_A).post(EventFixture.student("p", "a", 4));
        bench.settle();

        SpanData taken = collected.named("process student-profiles");
        SpanData proposed = collected.named("send placement-offers");
        assertThat(taken.getParentSpanId()).isEqualTo("1111111111111111");
        assertThat(taken.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(proposed.getParentSpanId()).isEqualTo(taken.getSpanId());
        assertThat(EventHeaders.traceparent(bench.proposalRecords().getFirst().headers()))
                .isEqualTo("00-" + "a".repeat(32) + "-" + proposed.getSpanId() + "-01");
    }

    @Test
    void afterARestartAProposalBelongsToNobodysTraceButIsMadeAllTheSame() {
        bench.post(EventFixture.programme("p"));
        bench.in(OF_THE_OPENING).post(EventFixture.internship("p", "i", 1));
        bench.in(OF_A).post(EventFixture.student("p", "a", 4));
        bench.restart();
        bench.pass(Duration.ofSeconds(2));

        assertThat(tracesOfProposals().keySet()).containsExactly("a");
    }

    /** By student. */
    private Map<String, String> tracesOfProposals() {
        List<TestRecord<String, byte[]>> proposals = bench.records(Topics.PLACEMENT_OFFERS);
        return proposals.stream()
                .collect(Collectors.toMap(
                        record -> record.key().substring(record.key().indexOf('/') + 1),
                        record -> String.valueOf(EventHeaders.traceparent(record.headers()))
                                .split("-", -1)[1]));
    }
}
