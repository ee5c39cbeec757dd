package dev.talentpipeline.monitoring.expectation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations says how long a rule lets wait, and it stays on record who said so. The caller opens the transaction. */
public final class SettingThresholds {

    /** Shorter than the way of an event to the journal and back would only raise alarms. */
    public static final Duration SHORTEST = Duration.ofSeconds(5);

    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int SHOWN = 20;

    private final Thresholds thresholds;
    private final Clock clock;

    SettingThresholds(Thresholds thresholds, Clock clock) {
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /**
     * Sets it. What is so already stays as it is, and is no change.
     *
     * @param within from {@link #SHORTEST} to {@link #LONGEST}
     * @param by the account that acts
     * @param onBehalfOf whose rights it uses; null: its own
     */
    public void set(Rule rule, Duration within, String by, @Nullable String onBehalfOf) {
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("within (%s) must be from %s to %s. Maybe the edge has not checked it?"
                    .formatted(within, SHORTEST, LONGEST));
        }
        thresholds.lock();
        if (!thresholds.all().getOrDefault(rule.name(), rule.within()).equals(within)) {
            thresholds.set(new ThresholdChange(rule.name(), within, clock.instant(), by, onBehalfOf));
        }
    }

    /** Who set it, newest first. */
    public List<ThresholdChange> changes(Rule rule) {
        return thresholds.latest(rule.name(), SHOWN);
    }
}
