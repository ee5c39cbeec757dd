package dev.talentpipeline.monitoring.ledger.micrometer;

import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.WatchingLedger;
import dev.talentpipeline.schemas.ConsumerGroup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells how much differs by kind, {@code talentpipeline_ledger_differences{kind}}, and how far behind its reader each comparison is, {@code talentpipeline_ledger_behind_seconds{group}}. */
@Component
final class LedgerMetrics implements MeterBinder {

    private static final double MS_OF_A_SECOND = 1_000;

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
        for (ConsumerGroup group : ConsumerGroup.values()) {
            String id = group.id();
            Gauge.builder(
                            "talentpipeline.ledger.behind",
                            () -> watching.behind(id).toMillis() / MS_OF_A_SECOND)
                    .description("How long ago the reader said of itself what has yet to be compared with the journal; "
                            + "a few seconds, from one look to the next, are as it should be")
                    .baseUnit("seconds")
                    .tag("group", id)
                    .register(meters);
        }
    }
}
