package dev.talentpipeline.notification.brake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
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

    /** A brake, its version, what waits behind it, and its latest changes, newest first. */
    public record Shown(Brake brake, long version, List<Waiting> waiting, List<BrakeChange> changes) {}

    public List<Shown> all() {
        return brakes.all().stream().map(this::shown).toList();
    }

    /** What came of setting a brake. */
    public sealed interface Outcome {

        record Done(Shown shown) implements Outcome {}

        /** It has another version than the caller saw. */
        record Outdated(long version) implements Outcome {}
    }

    /**
     * Sets a brake. What is so already stays as it is, and is no change.
     *
     * @param seen whether the caller means to change this version
     * @param by the account that acts
     * @param onBehalfOf whose rights it uses; null: its own
     */
    public Outcome set(Brake brake, LongPredicate seen, String by, @Nullable String onBehalfOf) {
        Brakes.SetBrake before = brakes.lock(brake.outlet());
        if (!seen.test(before.version())) {
            return new Outcome.Outdated(before.version());
        }
        if (before.brake().equals(brake)) {
            return new Outcome.Done(shown(before));
        }
        Instant now = clock.instant();
        brakes.set(new BrakeChange(brake, now, by, onBehalfOf));
        if (before.brake().paused() && !brake.paused()) {
            watchers.forEach(watcher -> watcher.reopened(brake.outlet(), now));
        }
        return new Outcome.Done(shown(new Brakes.SetBrake(brake, before.version() + 1)));
    }

    private Shown shown(Brakes.SetBrake set) {
        Outlet outlet = set.brake().outlet();
        List<Waiting> waiting = backlogs.stream()
                .filter(backlog -> backlog.outlet() == outlet)
                .flatMap(backlog -> backlog.waiting().stream())
                .toList();
        return new Shown(set.brake(), set.version(), waiting, brakes.latest(outlet, SHOWN));
    }
}
