package dev.talentpipeline.matching.market;

import static dev.talentpipeline.matching.market.InvalidFactsException.require;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one market, as far as matching needs them.
 *
 * @param rulesVersion the version that brought the rules
 * @param clearingInterval ROLLING: the shortest time between two clearings
 * @param clearingAt ROUND: the instants of clearing, in order
 * @param universities those that take part; empty: all
 * @param companies those that take part; empty: all
 * @param weights weights of score parts that differ from the default, by name
 * @param seed seed of the lottery that breaks ties
 */
public record Programme(
        String id,
        long version,
        long rulesVersion,
        String owner,
        State state,
        Mode mode,
        Duration clearingInterval,
        List<Instant> clearingAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        Lists lists,
        Set<String> universities,
        Set<String> companies,
        Map<String, Double> weights,
        String seed) {

    /** DRAFT: not open. HELD: clears but releases nothing. PAUSED: does not clear. CLOSED: over. */
    public enum State {
        DRAFT,
        RUNNING,
        HELD,
        PAUSED,
        CLOSED
    }

    /** When a programme clears: shortly after a change, or at fixed instants. */
    public enum Mode {
        ROLLING,
        ROUND
    }

    /** EXPLICIT: only pairs that list each other. FILLED: own lists first, then all other eligible ones by score. */
    public enum Lists {
        EXPLICIT,
        FILLED
    }

    public Programme {
        require(!clearingInterval.isNegative(), "clearingInterval (" + clearingInterval + ") must not be negative.");
        weights.forEach((part, weight) -> require(
                Double.isFinite(weight) && weight >= 0,
                "weight of " + part + " (" + weight + ") must be a number and not negative. Maybe 0 was meant."));
        clearingAt = clearingAt.stream().sorted().toList();
        universities = Set.copyOf(universities);
        companies = Set.copyOf(companies);
        weights = Map.copyOf(weights);
    }

    /** Whether a clearing may run now: the programme runs or is held, and its window is open. */
    public boolean clearsAt(Instant now) {
        return (state == State.RUNNING || state == State.HELD)
                && (opensAt == null || !now.isBefore(opensAt))
                && (closesAt == null || now.isBefore(closesAt));
    }

    /** Whether what a clearing matches is released, or only reported. */
    public boolean releases() {
        return state == State.RUNNING;
    }

    public boolean admitsUniversity(String university) {
        return universities.isEmpty() || universities.contains(university);
    }

    public boolean admitsCompany(String company) {
        return companies.isEmpty() || companies.contains(company);
    }
}
