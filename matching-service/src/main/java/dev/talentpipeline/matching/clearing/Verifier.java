package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.verification.Verdict;
import dev.talentpipeline.matching.market.Seat;
import java.util.Collection;

/** Says whether a matching may be released. */
@FunctionalInterface
public interface Verifier {

    /**
     * What is wrong with a matching.
     *
     * @param bound seats that are taken beside it
     * @param matching by slot of the student the slot of the internship; negative: nothing
     * @param threads how many may be used
     */
    Verdict verify(FlatMarket facts, Collection<Seat> bound, int[] matching, int threads);
}
