package dev.talentpipeline.monitoring.journal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the journal as it grows, for whoever has to look at each entry once. How far a follower has come is kept with what it makes of it: the caller opens the
 * transaction, and what it does with the entries commits with the step.
 */
public interface Followed {

    /** An entry that is new to a follower. */
    record Step(long entry, String topic) {}

    /** The entries of these topics: what concerns no other need not look at the rest. */
    static Long[] of(List<Step> steps, Set<String> topics) {
        return steps.stream()
                .filter(step -> topics.contains(step.topic()))
                .map(Step::entry)
                .toArray(Long[]::new);
    }

    /**
     * The next entries, of a partition in the order of their offsets; empty: another process takes its turn just now.
     *
     * @param follower whose place it is
     * @param most how many at most of each partition
     */
    Optional<List<Step>> next(String follower, int most);
}
