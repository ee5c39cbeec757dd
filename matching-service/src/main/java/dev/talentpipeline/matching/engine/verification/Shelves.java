package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.InternshipRow;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Openings by region and by what else they ask for: their first required skill, or their occupation. Those that can be done remotely stand a second
 * time under no region. On a shelf they lie behind each other in the order in which they become out of reach, each with what rules most students out, and
 * with all its facts in the same order elsewhere:
 *
 * <pre>
 *  tags    [ {@link Terms} ] [ how far from the best somebody may be · 2^32 + skills that are required, one bit of 32 each ] …
 *  labels  [ worst regard that is taken | best regard that anybody has | occupation | first day
 *            | 0 whether topics, 1 whether skills are named | where its facts begin ] …
 *  facts   [ internship | the internship's row … ] …
 * </pre>
 *
 * How far from the best somebody may be is what lies between the two regards: whoever is surely further away is not taken there, nor
 * anywhere behind. One that lists students stands first, since everyone is to be looked at.
 */
final class Shelves {

    static final int TAG = 2;

    static final int WORST = 0;
    static final int BEST = 1;
    static final int OCCUPATION = 2;
    static final int FIRST_DAY = 3;
    static final int NAMED = 4;
    static final int FACTS = 5;
    static final int LABEL = 6;

    static final int TOPICS = 1;
    static final int SKILLS = 2;

    private static final int REMOTELY = -1;

    private final FlatMarket facts;
    private final boolean bySkill;
    private final int keys;
    private final long[] tags;
    private final int[] labels;
    private final int[] rows;
    /** Where each shelf begins; shelf = (region + 1) · keys + key, region -1: remotely. */
    private final int[] start;

    private int filled;

    private Shelves(FlatMarket facts, boolean bySkill, int[] open, IntUnaryOperator cutoff) {
        this.facts = facts;
        this.bySkill = bySkill;
        keys = bySkill ? facts.skills() + 1 : facts.occupations();
        start = new int[(facts.regions() + 1) * keys + 1];
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
        tags = new long[count * TAG];
        labels = new int[count * LABEL];
        for (int at = 0; at < count; at++) {
            lay(placed[at], at);
        }
        for (int shelf = 1; shelf < start.length; shelf++) {
            start[shelf] = Math.max(start[shelf], start[shelf - 1]);
        }
    }

    /** Openings by the first skill that they require. */
    static Shelves bySkill(FlatMarket facts, int[] open, IntUnaryOperator cutoff) {
        return new Shelves(facts, true, open, cutoff);
    }

    /** Openings by occupation. */
    static Shelves byOccupation(FlatMarket facts, int[] open, IntUnaryOperator cutoff) {
        return new Shelves(facts, false, open, cutoff);
    }

    private record Placed(int shelf, int internship, int worst, int best) implements Comparable<Placed> {
        int distance() {
            return worst - best;
        }

        @Override
        public int compareTo(Placed other) {
            return shelf != other.shelf
                    ? Integer.compare(shelf, other.shelf)
                    : Integer.compare(other.distance(), distance());
        }
    }

    private void lay(Placed placed, int at) {
        int[] data = facts.internshipData();
        int from = facts.internshipAt(placed.internship());
        int needs = 0;
        int required = data[from + InternshipRow.REQUIRED_PREFERRED] >>> 16;
        for (int word = from + InternshipRow.WORDS; word < from + InternshipRow.WORDS + required; word++) {
            needs |= bit(data[word] >> 3);
        }
        tags[at * TAG] = Terms.asked(data, from);
        tags[at * TAG + 1] = (long) placed.distance() << 32 | (needs & 0xFFFFFFFFL);
        boolean topics = (data[from + InternshipRow.MAJORS_TOPICS] & 0xFFFF) > 0;
        boolean skills = data[from + InternshipRow.REQUIRED_PREFERRED] != 0;
        int label = at * LABEL;
        labels[label + WORST] = placed.worst();
        labels[label + BEST] = placed.best();
        labels[label + OCCUPATION] = data[from + InternshipRow.OCCUPATION];
        labels[label + FIRST_DAY] = data[from + InternshipRow.FIRST_DAY];
        labels[label + NAMED] = (topics ? TOPICS : 0) | (skills ? SKILLS : 0);
        labels[label + FACTS] = filled;
        rows[filled] = placed.internship();
        System.arraycopy(data, from, rows, filled + 1, data[from]);
        filled += 1 + data[from];
        start[placed.shelf() + 1] = at + 1;
    }

    /** The bit of a skill; skills with the same remainder share one. */
    static int bit(int skill) {
        return 1 << skill % 32;
    }

    private int shelf(int internship, boolean remotely) {
        int[] data = facts.internshipData();
        int at = facts.internshipAt(internship);
        int region = remotely ? REMOTELY : data[at + InternshipRow.REGION];
        boolean remote = (data[at + InternshipRow.TRAITS] & InternshipRow.REMOTE) != 0;
        if (remotely ? !remote : region < 0) {
            return -1;
        }
        if (!bySkill) {
            return shelf(region, data[at + InternshipRow.OCCUPATION]);
        }
        int required = data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16;
        return shelf(region, required == 0 ? 0 : (data[at + InternshipRow.WORDS] >> 3) + 1);
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

    /** The shelf of a region, -1: remotely, and of an occupation, or of a skill + 1, 0: nothing is required. */
    int shelf(int region, int key) {
        return (region + 1) * keys + key;
    }

    /** The first opening of a shelf. */
    int from(int shelf) {
        return start[shelf];
    }

    int to(int shelf) {
        return start[shelf + 1];
    }

    /** What rules most students out, as described above. */
    long[] tags() {
        return tags;
    }

    /** All labels, as described above. */
    int[] labels() {
        return labels;
    }

    /** The facts of all openings, as described above. */
    int[] facts() {
        return rows;
    }
}
