package dev.talentpipeline.monitoring.redrive;

import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import dev.talentpipeline.monitoring.redrive.Redrives.Actor;
import dev.talentpipeline.monitoring.redrive.Redrives.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operations decides about dead letters: first what would come of it, then that it be so, or no longer. The caller opens the transactions. */
public final class AskingForRedrives {

    /** Whose answer has not come by then has been lost with what a reader had not read. */
    private static final Duration ANSWERED = Duration.ofMinutes(10);

    private final Redrives redrives;
    private final WatchingLag watching;
    private final Clock clock;

    public AskingForRedrives(Redrives redrives, WatchingLag watching, Clock clock) {
        this.redrives = redrives;
        this.watching = watching;
        this.clock = clock;
    }

    /** What came of asking. */
    public sealed interface Asked {

        /** It is begun, or was by the same request before. */
        record Begun(Redrive redrive) implements Asked {}

        /** More is meant than one decision may send. */
        record TooMany() implements Asked {}

        /** Nothing is meant that could be sent. */
        record Nothing(Plan plan) implements Asked {}

        /** It is not what was looked at before. */
        record Differs(Plan plan) implements Asked {}

        /** Another request had its key. */
        record KeyTaken() implements Asked {}
    }

    /** What would come of it; empty: more is meant than one decision may send. */
    public Optional<Plan> plan(Selection selection) {
        List<Candidate> candidates = candidates(selection);
        return candidates.size() > Redrive.MOST_EVENTS ? Optional.empty() : Optional.of(Plan.of(candidates));
    }

    private List<Candidate> candidates(Selection selection) {
        return redrives.candidates(selection, watching.seen().groups(), Redrive.MOST_EVENTS + 1);
    }

    /** Begins, if it sends as many as the plan had that was looked at. */
    public Asked begin(Order order, int planned) {
        redrives.alone();
        Optional<String> before = redrives.fingerprint(order.id());
        if (before.isPresent()) {
            return before.get().equals(order.fingerprint())
                    ? new Asked.Begun(redrives.find(order.id()).orElseThrow())
                    : new Asked.KeyTaken();
        }
        List<Candidate> candidates = candidates(order.selection());
        if (candidates.size() > Redrive.MOST_EVENTS) {
            return new Asked.TooMany();
        }
        Plan plan = Plan.of(candidates);
        if (plan.events() == 0) {
            return new Asked.Nothing(plan);
        }
        if (plan.events() != planned) {
            return new Asked.Differs(plan);
        }
        List<Long> letters = candidates.stream()
                .filter(candidate -> candidate.verdict().isSent())
                .map(Candidate::letter)
                .toList();
        redrives.begin(order, letters, clock.instant());
        return new Asked.Begun(redrives.find(order.id()).orElseThrow());
    }

    /** Stops it; empty: there is none. */
    public Optional<Redrive> stop(UUID id, Actor actor) {
        if (redrives.find(id).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        redrives.stop(id, actor, now.minus(ANSWERED), now);
        return redrives.find(id);
    }

    /** Lets a letter out of quarantine; false: it is not in it. */
    public boolean release(long letter, Actor actor, String why) {
        return redrives.release(letter, actor, why, clock.instant());
    }
}
