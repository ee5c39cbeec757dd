package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Openings by region and by the first skill that they require. Those that can be done remotely stand a second time under no region. On a shelf
 * they lie behind each other with all their facts, in the order in which they become out of reach:
 *
 * <pre>
 *  rows  [ internship | worst regard that is taken | best regard that anybody has | the internship's row … ] …
 * </pre>
 *
 * The larger what lies between the two regards, the earlier: whoever is surely further away from the best than that is not taken there, nor
 * anywhere behind. One that lists students stands first, since everyone is to be looked at.
 */
final class Shelves {

    static final int INTERNSHIP = 0;
    static final int WORST = 1;
    static final int BEST = 2;
    static final int ROW = 3;

    private static final int REMOTELY = -1;

    private final FlatMarket facts;
    private final int skills;
    private final int[] rows;
    /** Where each shelf begins; shelf = (region + 1) · (skills + 1) + skill + 1, region -1: remotely. */
    private final int[] start;

    private int filled;

    Shelves(FlatMarket facts, int[] open, IntUnaryOperator cutoff) {
        this.facts = facts;
        skills = facts.skills();
        start = new int[(facts.regions() + 1) * (skills + 1) + 1];
        Placed[] placed = new Placed[open.length * 2];
        int count = 0;
        int length = 0;
        for (int internship : open) {
            boolean lists = facts.listOfInternship(internship).size() > 0;
            int worst = lists ? Integer.MAX_VALUE : cutoff.applyAsInt(internship);
            for (boolean remotely : new boolean[] {false, true}) {
                int shelf = shelf(internship, remotely);
                if (shelf >= 0) {
                    placed[count++] = new Placed(shelf, internship, worst, best(internship, remotely));
                    length += ROW + facts.internshipData()[facts.internshipAt(internship)];
                }
            }
        }
        Arrays.sort(placed, 0, count);
        rows = new int[length];
        for (int at = 0; at < count; at++) {
            lay(placed[at]);
        }
        for (int shelf = 1; shelf < start.length; shelf++) {
            start[shelf] = Math.max(start[shelf], start[shelf - 1]);
        }
    }

    private record Placed(int shelf, int internship, int worst, int best) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            return shelf != other.shelf
                    ? Integer.compare(shelf, other.shelf)
                    : Integer.compare(other.worst - other.best, worst - best);
        }
    }

    private void lay(Placed placed) {
        int from = facts.internshipAt(placed.internship());
        int length = facts.internshipData()[from];
        rows[filled + INTERNSHIP] = placed.internship();
        rows[filled + WORST] = placed.worst();
        rows[filled + BEST] = placed.best();
        System.arraycopy(facts.internshipData(), from, rows, filled + ROW, length);
        filled += ROW + length;
        start[placed.shelf() + 1] = filled;
    }

    private int shelf(int internship, boolean remotely) {
        int[] data = facts.internshipData();
        int at = facts.internshipAt(internship);
        int region = remotely ? REMOTELY : data[at + InternshipRow.REGION];
        boolean remote = (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        if (remotely ? !remote : region < 0) {
            return -1;
        }
        int required = data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16;
        return shelf(region, required == 0 ? -1 : data[at + InternshipRow.WORDS] >> 3);
    }

    private int best(int internship, boolean remotely) {
        int[] data = facts.internshipData();
        int at = facts.internshipAt(internship);
        double stipend = data[at + InternshipRow.STIPEND];
        int millionths = facts.weights()
                .millionths(
                        data[at + InternshipRow.REQUIRED_PREFERRED] == 0 ? 0.5 : 1,
                        1,
                        (data[at + InternshipRow.MAJORS_TOPICS] & 0xFFFF) == 0 ? 0.5 : 1,
                        remotely ? 0.5 : 1,
                        1,
                        stipend / (stipend + 3000));
        return (1 << 20) + 1_000_000 - millionths;
    }

    /** The shelf of a region, -1: remotely, and a skill, -1: nothing is required. */
    int shelf(int region, int skill) {
        return (region + 1) * (skills + 1) + skill + 1;
    }

    int from(int shelf) {
        return start[shelf];
    }

    int to(int shelf) {
        return start[shelf + 1];
    }

    /** All shelves; each opening as described above. */
    int[] rows() {
        return rows;
    }
}
