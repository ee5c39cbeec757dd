package dev.talentpipeline.monitoring.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Accounts that the journal has yet to come up to. While events flow, what somebody says now is always a little ahead of the journal, so that waiting for the latest would last until they stop: of each the
 * one that has waited longest is kept until it is reached, and only then the latest takes its place. Used by one thread.
 */
final class Awaited<A> {

    private final Map<String, Waiting<A>> waiting = new HashMap<>();

    private record Waiting<A>(A account, Instant since) {}

    /**
     * What can be looked at now, in order.
     *
     * @param whose one account of it is kept
     * @param latest what it says now
     */
    List<A> reached(String whose, A latest, Predicate<A> isReached, Instant now) {
        A first = waiting.computeIfAbsent(whose, any -> new Waiting<>(latest, now))
                .account();
        if (!isReached.test(first)) {
            return List.of();
        }
        if (first.equals(latest)) {
            waiting.remove(whose);
            return List.of(first);
        }
        if (isReached.test(latest)) {
            waiting.remove(whose);
            return List.of(first, latest);
        }
        waiting.put(whose, new Waiting<>(latest, now));
        return List.of(first);
    }

    /** Nothing is waited for of whoever says nothing of it any more. */
    void keepOnly(Set<String> saying) {
        waiting.keySet().retainAll(saying);
    }

    /** Since when an account waits, by whose it is; without those of whom none does. */
    Map<String, Instant> since() {
        return waiting.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().since()));
    }
}
