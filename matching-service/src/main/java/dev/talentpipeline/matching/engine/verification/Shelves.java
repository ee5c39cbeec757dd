package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Openings by region and by the first skill that they require. Those that can be done remotely stand a second time under no region. On a shelf
 * they lie behind each other in the order in which they become out of reach, each with what rules most students out, and with all its facts
 * in the same order elsewhere:
 *
 * <pre>
 *  labels  [ worst regard that is taken | best regard that anybody has | occupation | first day | last day | stipend
 *            | traits, 16 … level of the first required skill, 24 whether topics are named | where its facts begin ] …
 *  facts   [ internship | the internship's row … ] …
 * </pre>
 *
 * The larger what lies between the two regards, the earlier: whoever is surely further away from the best than that is not taken there, nor
 * anywhere behind. One that lists students stands first, since everyone is to be looked at.
 */
final class Shelves {

    static final int WORST = 0;
    static final int BEST = 1;
    static final int OCCUPATION = 2;
    static final int FIRST_DAY = 3;
    static final int LAST_DAY = 4;
    static final int STIPEND = 5;
    static final int TRAITS = 6;
    static final int FACTS = 7;
    static final int LABEL = 8;

    static final int LEVEL_SHIFT = 16;
    static final int TOPICS = 1 << 24;

    private static final int REMOTELY = -1;

    private final FlatMarket facts;
    private final int skills;
    private final int[] labels;
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
                    length += 1 + facts.internshipData()[facts.internshipAt(internship)];
                }
            }
        }
        Arrays.sort(placed, 0, count);
        rows = new int[length];
        labels = new int[count * LABEL];
        for (int at = 0; at < count; at++) {
            lay(placed[at], at * LABEL);
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

    private void lay(Placed placed, int label) {
        int[] data = facts.internshipData();
        int from = facts.internshipAt(placed.internship());
        boolean requires = data[from + InternshipRow.REQUIRED_PREFERRED] >>> 16 > 0;
        boolean topics = (data[from + InternshipRow.MAJORS_TOPICS] & 0xFFFF) > 0;
        int level = requires ? data[from + InternshipRow.WORDS] & 7 : 0;
        labels[label + WORST] = placed.worst();
        labels[label + BEST] = placed.best();
        labels[label + OCCUPATION] = data[from + InternshipRow.OCCUPATION];
        labels[label + FIRST_DAY] = data[from + InternshipRow.FIRST_DAY];
        labels[label + LAST_DAY] = data[from + InternshipRow.LAST_DAY];
        labels[label + STIPEND] = data[from + InternshipRow.STIPEND];
        labels[label + TRAITS] = data[from + InternshipRow.TRAITS] | level << LEVEL_SHIFT | (topics ? TOPICS : 0);
        labels[label + FACTS] = filled;
        rows[filled] = placed.internship();
        System.arraycopy(data, from, rows, filled + 1, data[from]);
        filled += 1 + data[from];
        start[placed.shelf() + 1] = label + LABEL;
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

    /** Where its labels begin. */
    int from(int shelf) {
        return start[shelf];
    }

    int to(int shelf) {
        return start[shelf + 1];
    }

    /** All shelves, as described above. */
    int[] labels() {
        return labels;
    }

    /** The facts of all openings, as described above. */
    int[] facts() {
        return rows;
    }
}
