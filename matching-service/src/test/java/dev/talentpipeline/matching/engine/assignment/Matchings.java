package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.Arrays;

/** Reads matchings by the indexes of a ranked market. */
final class Matchings {

    private Matchings() {}

    static int[] of(RollingMarket rolling, RankedMarket named) {
        int[] matching = new int[named.students()];
        Arrays.fill(matching, StableMatchings.NOTHING);
        rolling.forEachPair((student, internship) -> {
            int index = named.studentIndex(student).orElseThrow();
            matching[index] = named.internshipIndex(internship).orElseThrow();
        });
        return matching;
    }
}
