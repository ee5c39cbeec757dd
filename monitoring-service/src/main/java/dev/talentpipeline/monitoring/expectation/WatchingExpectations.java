package dev.talentpipeline.monitoring.expectation;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Group;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes along with the journal and knows what is open and what is overdue. Each entry is looked at once, and what is expected of it is found by its ids, so that the cost
 * does not grow with the journal.
 */
public final class WatchingExpectations {

    private static final String FOLLOWER = "expectations";
    /** Of each partition in one transaction. */
    private static final int STEPS = 1_000;

    private final Expectations expectations;
    private final Thresholds thresholds;
    private final Followed followed;
    private final WatchingLag lag;
    private final Clock clock;
    private volatile List<Standing> seen = List.of();

    WatchingExpectations(
            Expectations expectations, Thresholds thresholds, Followed followed, WatchingLag lag, Clock clock) {
        this.expectations = expectations;
        this.thresholds = thresholds;
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
        if (!steps.get().isEmpty()) {
            expectations.take(steps.get(), Rules.ALL);
        }
        WatchingLag.Seen readers = lag.seen();
        for (Rule rule : Rules.ALL) {
            if (rule.follows() instanceof Rule.Follows.Reading(String group)) {
                expectations.read(
                        rule,
                        readers.groups().stream()
                                .filter(reader -> reader.id().equals(group))
                                .map(Group::reaches)
                                .flatMap(List::stream)
                                .toList());
            }
        }
        return steps.get().size() >= STEPS;
    }

    /** Has a look for those who want to know it all the time. */
    public void look() {
        seen = standings();
    }

    /** What the last look found. */
    public List<Standing> seen() {
        return seen;
    }

    /** How every rule stands now, in the order of their declaration. */
    public List<Standing> standings() {
        Map<String, Duration> set = thresholds.all();
        Instant now = clock.instant();
        return Rules.ALL.stream()
                .map(rule -> {
                    Duration within = set.getOrDefault(rule.name(), rule.within());
                    return new Standing(rule, within, expectations.counts(rule, within, now));
                })
                .toList();
    }

    /** How one rule stands now. */
    public Standing standing(Rule rule) {
        Duration within = within(rule);
        return new Standing(rule, within, expectations.counts(rule, within, clock.instant()));
    }

    /** What a rule waits for, the oldest first. */
    public List<Open> open(Rule rule, boolean overdueOnly, Expectations.@Nullable Place after, int limit) {
        return expectations.open(rule, within(rule), clock.instant(), overdueOnly, after, limit);
    }

    private Duration within(Rule rule) {
        return thresholds.all().getOrDefault(rule.name(), rule.within());
    }
}
