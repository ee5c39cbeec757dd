package dev.talentpipeline.monitoring.servicelevel;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations says what is promised, and it stays on record who said so. The caller opens the transaction. */
public final class SettingTargets {

    private static final int SHOWN = 20;

    private final Targets targets;
    private final Clock clock;

    SettingTargets(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * Sets it. What is so already stays as it is, and is no change.
     *
     * @param by the account that acts
     * @param onBehalfOf whose rights it uses; null: its own
     */
    public void set(ServiceLevel level, Target target, String by, @Nullable String onBehalfOf) {
        targets.lock();
        if (!targets.all().getOrDefault(level.name(), level.usually()).equals(target)) {
            targets.set(new TargetChange(level.name(), target, clock.instant(), by, onBehalfOf));
        }
    }

    /** Who set it, newest first. */
    public List<TargetChange> changes(ServiceLevel level) {
        return targets.latest(level.name(), SHOWN);
    }
}
