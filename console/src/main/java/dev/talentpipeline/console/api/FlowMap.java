package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who writes what to which topic and who reads it. */
public record FlowMap(List<Topic> topics) {

    public record Topic(String topic, List<Writer> writers, List<Reader> readers) {

        /** Whether somebody writes or reads it otherwise than is declared. */
        public boolean isDrifting() {
            return writers.stream().anyMatch(writer -> isDrift(writer.drift()))
                    || readers.stream().anyMatch(reader -> isDrift(reader.drift()));
        }
    }

    /** Somebody who writes a topic. */
    public record Writer(
            String service,
            String drift,
            long events,
            @Nullable Instant lastAt,
            double perSecond,
            @Nullable Delay delay,
            long unreadable) {

        public boolean isDrifting() {
            return isDrift(drift);
        }
    }

    public record Delay(long p50Ms, long p95Ms, long p99Ms) {}

    /** Somebody who reads a topic. */
    public record Reader(
            String group,
            String drift,
            boolean running,
            long events,
            @Nullable String state,
            @Nullable Pace pace) {

        public boolean isDrifting() {
            return isDrift(drift);
        }
    }

    /** How a reader got on in the last minute, by its own account. */
    public record Pace(
            double perSecond, long failed, @Nullable Delay delay) {}

    private static boolean isDrift(String drift) {
        return !"NONE".equals(drift);
    }

    /** The topics that are written or read otherwise than is declared. */
    public List<Topic> drifting() {
        return topics.stream().filter(Topic::isDrifting).toList();
    }
}
