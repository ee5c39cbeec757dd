package dev.talentpipeline.monitoring.lag.micrometer;

import dev.talentpipeline.monitoring.lag.Lag;
import dev.talentpipeline.monitoring.lag.LagState;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import dev.talentpipeline.schemas.ConsumerGroup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Tells of every declared reader how many events wait, {@code talentpipeline_lag_events{group}}, how long the oldest has,
 * {@code talentpipeline_lag_oldest_seconds{group}}, and its state, {@code talentpipeline_lag_state{group}}: 0 OK, 1 LAGGING, 2 STUCK, 3 STOPPED.
 */
@Component
final class LagMetrics implements MeterBinder {

    private final WatchingLag watching;

    LagMetrics(WatchingLag watching) {
        this.watching = watching;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (ConsumerGroup group : ConsumerGroup.values()) {
            String id = group.id();
            Gauge.builder("talentpipeline.lag.events", () -> events(id))
                    .description("Events that wait for the reader")
                    .tag("group", id)
                    .register(meters);
            Gauge.builder("talentpipeline.lag.oldest", () -> oldestSeconds(id))
                    .description("How long the oldest event that waits for the reader has waited; 0: none waits")
                    .baseUnit("seconds")
                    .tag("group", id)
                    .register(meters);
            Gauge.builder("talentpipeline.lag.state", () -> state(id))
                    .description("How the reader does: 0 OK, 1 LAGGING, 2 STUCK, 3 STOPPED")
                    .tag("group", id)
                    .register(meters);
        }
    }

    private long events(String group) {
        return watching.seen().of(group).stream()
                .mapToLong(lag -> lag.latest().events())
                .sum();
    }

    private double oldestSeconds(String group) {
        WatchingLag.Seen seen = watching.seen();
        Instant at = seen.at();
        return at == null
                ? 0
                : seen.of(group).stream()
                        .map(lag -> lag.latest().oldestAt())
                        .filter(Objects::nonNull)
                        .mapToLong(oldest -> Duration.between(oldest, at).toSeconds())
                        .max()
                        .orElse(0);
    }

    private int state(String group) {
        return watching.seen().of(group).stream()
                .map(Lag::state)
                .mapToInt(LagState::ordinal)
                .max()
                .orElse(0);
    }
}
