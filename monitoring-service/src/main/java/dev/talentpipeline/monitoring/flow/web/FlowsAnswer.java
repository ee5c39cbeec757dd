package dev.talentpipeline.monitoring.flow.web;

import dev.talentpipeline.monitoring.flow.Flow;
import dev.talentpipeline.monitoring.flow.Flow.Delay;
import dev.talentpipeline.monitoring.flow.Flow.Drift;
import dev.talentpipeline.monitoring.flow.Flow.Reading;
import dev.talentpipeline.monitoring.flow.Flow.Seen;
import dev.talentpipeline.monitoring.flow.Flow.SeenReader;
import dev.talentpipeline.monitoring.flow.Flow.Writing;
import dev.talentpipeline.monitoring.lag.LagState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The map of what flows. */
@Schema(name = "FlowMap")
record FlowsAnswer(List<TopicFlow> topics) {

    static FlowsAnswer of(List<Flow> flows) {
        return new FlowsAnswer(flows.stream()
                .map(flow -> new TopicFlow(
                        flow.topic(),
                        flow.writers().stream().map(Writer::of).toList(),
                        flow.readers().stream().map(Reader::of).toList()))
                .toList());
    }

    @Schema(name = "TopicFlow")
    record TopicFlow(String topic, List<Writer> writers, List<Reader> readers) {}

    @Schema(name = "FlowWriter")
    record Writer(
            @Schema(example = "internship-service") String service,

            @Schema(description = "NONE: as declared. UNDECLARED: seen, and not declared.")
            Drift drift,

            @Schema(description = "How many of its events are known.")
            long events,

            @Nullable Instant lastAt,

            @Schema(description = "How many a second in the last minute.")
            double perSecond,

            @Schema(
                    description =
                            "How long they took to the topic in the last minute, in milliseconds; null: there was none.")
            @Nullable DelayItem delay) {

        static Writer of(Writing writing) {
            Seen seen = writing.seen();
            if (seen == null) {
                return new Writer(writing.service(), writing.drift(), 0, null, 0, null);
            }
            Delay delay = seen.delay();
            return new Writer(
                    writing.service(),
                    writing.drift(),
                    seen.events(),
                    seen.lastAt(),
                    // One event a minute is not none.
                    Math.round(seen.perSecond() * 1000) / 1000.0,
                    delay == null ? null : new DelayItem(delay.p50Ms(), delay.p95Ms(), delay.p99Ms()));
        }
    }

    @Schema(name = "FlowDelay")
    record DelayItem(long p50Ms, long p95Ms, long p99Ms) {}

    @Schema(name = "FlowReader")
    record Reader(
            @Schema(example = "matching-service") String group,

            @Schema(
                    description =
                            "NONE: as declared. UNDECLARED: seen, and not declared. MISSING: declared, and has read nothing although there is something.")
            Drift drift,

            boolean running,
            @Schema(description = "How many events wait.") long events,

            @Schema(description = "Null: the broker knows nothing of it.") @Nullable LagState state) {

        static Reader of(Reading reading) {
            SeenReader seen = reading.seen();
            return seen == null
                    ? new Reader(reading.group(), reading.drift(), false, 0, null)
                    : new Reader(reading.group(), reading.drift(), seen.running(), seen.events(), seen.state());
        }
    }
}
