package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.Arrays;

/** Reads matchings by the indexes of a ranked market. */
public final class Matchings {

    private Matchings() {}

    /** By slot of the market, from indexes. */
    public static int[] bySlot(FlatMarket flat, RankedMarket named, int[] matching) {
        int[] bySlot = new int[flat.students().size()];
        Arrays.fill(bySlot, StableMatchings.NOTHING);
        for (int student = 0; student < matching.length; student++) {
            if (matching[student] >= 0) {
                bySlot[flat.students().slotOf(named.student(student).id())] = flat.internships()
                        .slotOf(named.internship(matching[student]).id());
            }
        }
        return bySlot;
    }

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
