package dev.talentpipeline.monitoring.ledger.micrometer;

import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.WatchingLedger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells how much differs by kind, {@code talentpipeline_ledger_differences{kind}}. */
@Component
final class LedgerMetrics implements MeterBinder {

    private final WatchingLedger watching;

    LedgerMetrics(WatchingLedger watching) {
        this.watching = watching;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Kind kind : Kind.values()) {
            Gauge.builder(
                            "talentpipeline.ledger.differences",
                            () -> watching.seen().differences().getOrDefault(kind, 0L))
                    .description(
                            "Differences between what was written and what was read, and promises that are broken, as they stand")
                    .tag("kind", kind.name())
                    .register(meters);
        }
    }
}
