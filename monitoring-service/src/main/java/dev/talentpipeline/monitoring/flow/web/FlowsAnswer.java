package dev.talentpipeline.monitoring.flow.web;

import dev.talentpipeline.monitoring.flow.Flow;
import dev.talentpipeline.monitoring.flow.Flow.Delay;
import dev.talentpipeline.monitoring.flow.Flow.Drift;
import dev.talentpipeline.monitoring.flow.Flow.Pace;
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

            @Schema(
                    description =
                            "NONE: as declared. UNDECLARED: seen, and not declared. MISSING: declared, and only others were seen.")
            Drift drift,

            @Schema(description = "How many of its events are known.")
            long events,

            @Nullable Instant lastAt,

            @Schema(description = "How many a second in the last minute.")
            double perSecond,

            @Schema(
                    description =
                            "How long they took to the topic in the last minute, in milliseconds; null: there was none.")
            @Nullable DelayItem delay,

            @Schema(description = "How many of those in the last minute nobody can read.")
            long unreadable) {

        static Writer of(Writing writing) {
            Seen seen = writing.seen();
            if (seen == null) {
                return new Writer(writing.service(), writing.drift(), 0, null, 0, null, 0);
            }
            return new Writer(
                    writing.service(),
                    writing.drift(),
                    seen.events(),
                    seen.lastAt(),
                    rounded(seen.perSecond()),
                    DelayItem.of(seen.delay()),
                    seen.unreadable());
        }
    }

    @Schema(name = "FlowDelay")
    record DelayItem(long p50Ms, long p95Ms, long p99Ms) {

        static @Nullable DelayItem of(@Nullable Delay delay) {
            return delay == null ? null : new DelayItem(delay.p50Ms(), delay.p95Ms(), delay.p99Ms());
        }
    }

    @Schema(name = "FlowReader")
    record Reader(
            @Schema(example = "matching-service") String group,

            @Schema(
                    description =
                            "NONE: as declared. UNDECLARED: seen, and not declared. MISSING: declared, and has read nothing although there is something.")
            Drift drift,

            boolean running,
            @Schema(description = "How many events wait.") long events,

            @Schema(description = "Null: the broker knows nothing of it.") @Nullable LagState state,

            @Schema(description = "How it got on in the last minute, by its own account; null: it keeps none.")
            @Nullable PaceItem pace) {

        static Reader of(Reading reading) {
            SeenReader seen = reading.seen();
            return seen == null
                    ? new Reader(reading.group(), reading.drift(), false, 0, null, null)
                    : new Reader(
                            reading.group(),
                            reading.drift(),
                            seen.running(),
                            seen.events(),
                            seen.state(),
                            PaceItem.of(seen.pace()));
        }
    }

    @Schema(name = "FlowPace")
    record PaceItem(
            @Schema(description = "How many events a second it was done with.")
            double perSecond,

            @Schema(description = "How many it set aside as dead letters.")
            long failed,

            @Schema(
                    description =
                            "How long they took at most from the topic until they were done with, in milliseconds, told apart by 1, 2, 5, 10 and so on; null: there was none.")
            @Nullable DelayItem delay) {

        static @Nullable PaceItem of(@Nullable Pace pace) {
            return pace == null
                    ? null
                    : new PaceItem(rounded(pace.perSecond()), pace.failed(), DelayItem.of(pace.delay()));
        }
    }

    /** One event a minute is not none. */
    private static double rounded(double perSecond) {
        return Math.round(perSecond * 1000) / 1000.0;
    }
}
