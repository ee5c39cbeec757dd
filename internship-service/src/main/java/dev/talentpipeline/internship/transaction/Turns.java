package dev.talentpipeline.internship.transaction;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Gives each of many its turn: one that fails does not keep the others from theirs. */
public final class Turns {

    private Turns() {}

    /**
     * Does the work for each in turn.
     *
     * @param work says whether anything changed
     * @return for how many something changed
     * @throws RuntimeException the first failure, once all have had their turn
     */
    public static <T> int each(List<T> all, Predicate<T> work) {
        return sum(all, one -> work.test(one) ? 1 : 0);
    }

    /**
     * Does the work for each in turn.
     *
     * @param work says how much changed
     * @return how much changed in all
     * @throws RuntimeException the first failure, once all have had their turn
     */
    public static <T> int sum(List<T> all, ToIntFunction<T> work) {
        int changed = 0;
        @Nullable RuntimeException failure = null;
        for (T one : all) {
            try {
                changed += work.applyAsInt(one);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return changed;
    }
}
