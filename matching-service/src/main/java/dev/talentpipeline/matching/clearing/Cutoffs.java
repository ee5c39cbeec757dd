package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.clearing.Cutoff.Admitted;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.preference.Lottery;
import dev.talentpipeline.matching.preference.Priority;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Works out how far down each internship has admitted. */
public final class Cutoffs {

    private static final long NOBODY = -1;

    private Cutoffs() {}

    /** The cutoffs of all internships that take part, given the pairs that are admitted beside those that hold a seat already. */
    static List<Cutoff> of(RankedMarket ranked, List<Match> released) {
        int[] taken = new int[ranked.internships()];
        long[] last = new long[ranked.internships()];
        Arrays.fill(last, NOBODY);
        for (int internship = 0; internship < taken.length; internship++) {
            taken[internship] = ranked.taken(internship);
        }
        for (Seat seat : ranked.market().seats()) {
            admit(ranked, seat.pair(), last);
        }
        for (Match match : released) {
            admit(ranked, match.pair(), last);
            ranked.internshipIndex(match.pair().internshipId()).ifPresent(internship -> taken[internship]++);
        }
        List<Cutoff> cutoffs = new ArrayList<>();
        for (int internship = 0; internship < taken.length; internship++) {
            if (ranked.takesPart(internship)) {
                int seats = ranked.internship(internship).seats();
                boolean full = taken[internship] >= seats;
                Admitted admitted =
                        full && last[internship] != NOBODY ? shown(ranked, last[internship], internship) : null;
                cutoffs.add(new Cutoff(ranked.internship(internship).id(), seats, taken[internship], admitted));
            }
        }
        return cutoffs;
    }

    private static void admit(RankedMarket ranked, Pair pair, long[] last) {
        // A seat can outlast its student's facts: who is erased has no priority any more.
        var student = ranked.studentIndex(pair.studentId());
        var internship = ranked.internshipIndex(pair.internshipId());
        if (student.isPresent() && internship.isPresent()) {
            int at = internship.getAsInt();
            last[at] = Math.max(last[at], ranked.internshipsPriority(student.getAsInt(), at));
        }
    }

    private static Admitted shown(RankedMarket ranked, long priority, int internship) {
        return priorityOf(ranked, Priority.index(priority), internship);
    }

    /** What the internship thinks of a student, as it is published: to be held against a cutoff. */
    public static Admitted priorityOf(RankedMarket ranked, int student, int internship) {
        return new Admitted(
                Priority.tier(ranked.internshipsPriority(student, internship)),
                ranked.score(student, internship).value(),
                Lottery.shown(ranked.lotteryNumber(student)));
    }
}
