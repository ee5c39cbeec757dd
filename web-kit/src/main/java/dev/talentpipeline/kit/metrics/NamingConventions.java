package dev.talentpipeline.kit.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a service exposes to the naming conventions of Prometheus, also where a library names its meters otherwise. What breaks them is left out: none of it is needed, and a
 * name that is given up later is worse than one that was never there. What a library does not describe is described; a meter of the project's own describes itself.
 */
final class NamingConventions implements MeterFilter {

    private static final String OWN = "talentpipeline.";

    private static final Set<String> NO_BASE_UNITS = Set.of("ns", "ms");

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "http.server.requests", "Requests that were answered",
            "http.server.requests.active", "Requests that are being answered",
            "http.client.requests", "Requests that were sent to others",
            "http.client.requests.active", "Requests that others are answering",
            "tasks.scheduled.execution", "Runs of what is done again and again",
            "tasks.scheduled.execution.active", "Runs under way of what is done again and again");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return isAbbreviated(id) || isCalledCount(id) || hasUpperCase(id)
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }

    private static boolean isAbbreviated(Meter.Id id) {
        return isNoBaseUnit(id.getBaseUnit())
                || Arrays.stream(id.getName().split("\\.")).anyMatch(NamingConventions::isNoBaseUnit);
    }

    private static boolean isNoBaseUnit(@Nullable String unit) {
        return unit != null && NO_BASE_UNITS.contains(unit);
    }

    /** That is how the number of observations of a histogram is called. */
    private static boolean isCalledCount(Meter.Id id) {
        return id.getType() == Meter.Type.GAUGE && id.getName().endsWith(".count");
    }

    private static boolean hasUpperCase(Meter.Id id) {
        return !id.getName().equals(id.getName().toLowerCase(Locale.ROOT));
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String description = id.getDescription();
        if ((description != null && !description.isBlank()) || id.getName().startsWith(OWN)) {
            return id;
        }
        return new Meter.Id(
                id.getName(),
                Tags.of(id.getTags()),
                id.getBaseUnit(),
                DESCRIPTIONS.getOrDefault(id.getName(), id.getName().replace('.', ' ')),
                id.getType());
    }
}
