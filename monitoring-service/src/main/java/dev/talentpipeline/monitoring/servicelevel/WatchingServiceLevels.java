package dev.talentpipeline.monitoring.servicelevel;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.lag.Lag;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevel.Measure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Goes along with the journal and with what is seen of readers, and knows whether what is promised is kept. */
public final class WatchingServiceLevels {

    private static final String FOLLOWER = "service-levels";
    /** Of each partition in one transaction. */
    private static final int STEPS = 1_000;

    private final Measures measures;
    private final Targets targets;
    private final Followed followed;
    private final WatchingLag lag;
    private final Clock clock;
    private volatile List<Standing> seen = List.of();

    WatchingServiceLevels(Measures measures, Targets targets, Followed followed, WatchingLag lag, Clock clock) {
        this.measures = measures;
        this.targets = targets;
        this.followed = followed;
        this.lag = lag;
        this.clock = clock;
    }

    /**
     * Takes in what is new. The caller opens the transaction.
     *
     * @return whether there may be more than were taken at once; what comes meanwhile has time until the next look, since many at once cost little more than few
     */
    public boolean follow() {
        Optional<List<Followed.Step>> steps = followed.next(FOLLOWER, STEPS);
        if (steps.isEmpty()) {
            return false;
        }
        measures.take(steps.get(), clock.instant());
        return steps.get().size() >= STEPS;
    }

    /** Takes in how long events have waited by the latest look at the readers. The caller opens the transaction. */
    public void waited() {
        WatchingLag.Seen readers = lag.seen();
        Instant at = readers.at();
        if (at == null) {
            return;
        }
        for (ServiceLevel level : ServiceLevels.ALL) {
            if (level.measure() instanceof Measure.Freshness(String reader)) {
                measures.waited(level, at, longest(readers.of(reader), at));
            }
        }
    }

    private static Duration longest(List<Lag> lags, Instant at) {
        return lags.stream()
                .map(each -> each.latest().oldestAt())
                .filter(Objects::nonNull)
                .map(oldest -> Duration.between(oldest, at))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /** Has a look for those who want to know it all the time. */
    public void look() {
        seen = standings();
    }

    /** What the last look found. */
    public List<Standing> seen() {
        return seen;
    }

    /** How every level stands now, in the order of their declaration. */
    public List<Standing> standings() {
        Map<String, Target> set = targets.all();
        Instant now = clock.instant();
        return ServiceLevels.ALL.stream()
                .map(level -> measures.standing(level, set.getOrDefault(level.name(), level.usually()), now))
                .toList();
    }

    /** How one level stands now. */
    public Standing standing(ServiceLevel level) {
        return measures.standing(level, targets.all().getOrDefault(level.name(), level.usually()), clock.instant());
    }

    /** Removes what is older than any level is measured over. The caller opens the transaction. */
    public void forget() {
        measures.forget(clock.instant().minus(Target.FURTHEST));
    }
}
