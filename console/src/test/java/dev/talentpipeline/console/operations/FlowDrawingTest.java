package dev.talentpipeline.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.api.FlowMap;
import dev.talentpipeline.console.api.FlowMap.Pace;
import dev.talentpipeline.console.api.FlowMap.Reader;
import dev.talentpipeline.console.api.FlowMap.Topic;
import dev.talentpipeline.console.api.FlowMap.Writer;
import dev.talentpipeline.console.operations.FlowDrawing.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowDrawingTest {

    @Test
    void aLineIsGreenWhereSomethingFlowsAndGreyWhereNothingDoes() {
        assertThat(tones(0.5, reader("OK", 0.5))).containsExactly("good", "good");
        assertThat(tones(0, reader("OK", 0.0))).containsExactly("idle", "idle");
        assertThat(tones(0.5, reader("OK", 0.0))).containsExactly("good", "idle");
    }

    @Test
    void aReaderThatDoesNotSayHowItGetsOnReadsWhatIsWritten() {
        assertThat(tones(0.5, reader("OK", null))).containsExactly("good", "good");
        assertThat(tones(0, reader("OK", null))).containsExactly("idle", "idle");
    }

    @Test
    void whoeverStandsStillOrLagsIsSeenWhetherOrNotSomethingFlows() {
        assertThat(tones(0, reader("STUCK", 0.0))).containsExactly("idle", "bad");
        assertThat(tones(0.5, reader("LAGGING", 0.5))).containsExactly("good", "wait");
        assertThat(tones(0.5, reader(null, 0.5))).containsExactly("good", "good");
    }

    private static List<String> tones(double written, Reader reader) {
        var writer = new Writer("internship-service", "NONE", 1, null, written, null, 0);
        var map = new FlowMap(List.of(new Topic("offers", List.of(writer), List.of(reader))));
        return FlowDrawing.of(map).lines().stream().map(Line::tone).toList();
    }

    private static Reader reader(@Nullable String state, @Nullable Double perSecond) {
        return new Reader(
                "matching-service", "NONE", true, 0, state, perSecond == null ? null : new Pace(perSecond, 0, null));
    }
}
