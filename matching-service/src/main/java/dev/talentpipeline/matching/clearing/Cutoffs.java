package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.clearing.Cutoff.Admitted;
import dev.talentpipeline.matching.preference.Lottery;
import dev.talentpipeline.matching.preference.Priority;
import dev.talentpipeline.matching.preference.RankedMarket;

/** Shows what holds against a cutoff. */
public final class Cutoffs {

    private Cutoffs() {}

    /** What the internship thinks of a student, as it is published: to be held against a cutoff. */
    public static Admitted priorityOf(RankedMarket ranked, int student, int internship) {
        return new Admitted(
                Priority.tier(ranked.internshipsPriority(student, internship)),
                ranked.score(student, internship).value(),
                Lottery.shown(ranked.lotteryNumber(student)));
    }
}
