package dev.talentpipeline.monitoring.servicelevel.micrometer;

import dev.talentpipeline.monitoring.servicelevel.ServiceLevel;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevels;
import dev.talentpipeline.monitoring.servicelevel.Standing;
import dev.talentpipeline.monitoring.servicelevel.WatchingServiceLevels;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * Tells of every level what is promised and what is measured. Shares are from 0 to 1; before the first look, and of a level of which nothing was measured, what is measured is {@code NaN}.
 *
 * <pre>
 *   talentpipeline_service_level_within_seconds{level}     how long it may take
 *   talentpipeline_service_level_objective_ratio{level}    the share that has to be as quick as that
 *   talentpipeline_service_level_measured_ratio{level}     the share that was, over the time that is promised
 *   talentpipeline_service_level_budget_left_ratio{level}  what is left of the faults that are allowed for; below 0: there were more
 *   talentpipeline_service_level_burn_ratio{level,over}    how fast that is used up, by the last 5m and 1h: at 1 it lasts just as long as it has to
 *   talentpipeline_service_level_state{level}              0 unmeasured or too few, 1 met, 2 at risk, 3 missed
 * </pre>
 */
@Component
final class ServiceLevelMetrics implements MeterBinder {

    private static final String PREFIX = "talentpipeline.service.level.";

    private final WatchingServiceLevels watching;

    ServiceLevelMetrics(WatchingServiceLevels watching) {
        this.watching = watching;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (ServiceLevel level : ServiceLevels.ALL) {
            promised(
                    meters,
                    level,
                    "within.seconds",
                    "How long it may take, as operations set it",
                    standing -> standing.target().within().toMillis() / 1_000.0);
            promised(
                    meters,
                    level,
                    "objective.ratio",
                    "The share that has to be as quick as that, as operations set it",
                    standing -> standing.target().share());
            promised(
                    meters,
                    level,
                    "state",
                    "How the level does: 0 not measured, or too little to say, 1 met, 2 at risk, 3 missed",
                    standing -> number(standing.state()));
            measured(
                    meters,
                    level,
                    "measured.ratio",
                    "The share that was as quick as that",
                    standing -> standing.overall().share());
            measured(
                    meters,
                    level,
                    "budget.left.ratio",
                    "What is left of the faults that are allowed for; below 0: there were more",
                    Standing::budgetLeft);
            burn(meters, level, "5m", Standing::lastFiveMinutes);
            burn(meters, level, "1h", Standing::lastHour);
        }
    }

    private interface Recent {
        Standing.Counts of(Standing standing);
    }

    private void burn(MeterRegistry meters, ServiceLevel level, String over, Recent recent) {
        Gauge.builder(PREFIX + "burn.ratio", () -> value(level, standing -> standing.burn(recent.of(standing))))
                .description(
                        "How fast the faults that are allowed for are used up; at 1 they last just as long as they have to")
                .tag("level", level.name())
                .tag("over", over)
                .register(meters);
    }

    private void measured(
            MeterRegistry meters,
            ServiceLevel level,
            String name,
            String description,
            ToDoubleFunction<Standing> value) {
        promised(
                meters,
                level,
                name,
                description,
                standing -> standing.overall().all() == 0 ? Double.NaN : value.applyAsDouble(standing));
    }

    private void promised(
            MeterRegistry meters,
            ServiceLevel level,
            String name,
            String description,
            ToDoubleFunction<Standing> value) {
        Gauge.builder(PREFIX + name, () -> value(level, value))
                .description(description)
                .tag("level", level.name())
                .register(meters);
    }

    private static int number(Standing.State state) {
        return switch (state) {
            case UNMEASURED, TOO_FEW -> 0;
            case MET -> 1;
            case AT_RISK -> 2;
            case MISSED -> 3;
        };
    }

    private double value(ServiceLevel level, ToDoubleFunction<Standing> value) {
        return watching.seen().stream()
                .filter(standing -> standing.level().equals(level))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
