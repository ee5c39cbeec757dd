package dev.talentpipeline.notification.brake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations holds outlets back and lets them go. What is to leave waits meanwhile, and nothing is lost. The caller opens the transaction. */
public final class SettingBrakes {

    private static final int SHOWN = 50;

    private final Brakes brakes;
    private final List<BrakeWatcher> watchers;
    private final List<Backlog> backlogs;
    private final Clock clock;

    SettingBrakes(Brakes brakes, List<BrakeWatcher> watchers, List<Backlog> backlogs, Clock clock) {
        this.brakes = brakes;
        this.watchers = List.copyOf(watchers);
        this.backlogs = List.copyOf(backlogs);
        this.clock = clock;
    }

    /** A brake, what waits behind it, and its latest changes, newest first. */
    public record Shown(Brake brake, List<Waiting> waiting, List<BrakeChange> changes) {}

    public List<Shown> all() {
        return brakes.all().stream().map(this::shown).toList();
    }

    /**
     * Sets a brake. What is so already stays as it is, and is no change.
     *
     * @param by the account that acts
     * @param onBehalfOf whose rights it uses; null: its own
     */
    public Shown set(Brake brake, String by, @Nullable String onBehalfOf) {
        Brake before = brakes.lock(brake.outlet());
        if (!before.equals(brake)) {
            Instant now = clock.instant();
            brakes.set(new BrakeChange(brake, now, by, onBehalfOf));
            if (before.paused() && !brake.paused()) {
                watchers.forEach(watcher -> watcher.reopened(brake.outlet(), now));
            }
        }
        return shown(brake);
    }

    private Shown shown(Brake brake) {
        List<Waiting> waiting = backlogs.stream()
                .filter(backlog -> backlog.outlet() == brake.outlet())
                .flatMap(backlog -> backlog.waiting().stream())
                .toList();
        return new Shown(brake, waiting, brakes.latest(brake.outlet(), SHOWN));
    }
}
