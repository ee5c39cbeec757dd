package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.InternshipRow;
import java.util.Arrays;

/**
 * The openings of one place that share their key skill, sorted by occupation, each with what can be said of it without reading its facts:
 * {@link Brief}, how many skills it names and whether it names topics.
 */
final class OpeningRow {

    static final int SKILLS_MANY = 63;

    private int[] openings = new int[2];
    private int[] occupations = new int[2];
    private long[] briefs = new long[2];
    /** Number of skills, twice, and one more if there are topics. */
    private byte[] words = new byte[2];

    private int size;
    private int stipendMax;
    private int skillsMax;

    int size() {
        return size;
    }

    int openingAt(int at) {
        return openings[at];
    }

    int occupationAt(int at) {
        return occupations[at];
    }

    long briefAt(int at) {
        return briefs[at];
    }

    /** How many skills an opening names, required and preferred; from {@link #SKILLS_MANY} on there may be more. */
    int skillsAt(int at) {
        return words[at] >>> 1;
    }

    boolean hasTopics(int at) {
        return (words[at] & 1) != 0;
    }

    /** No opening here names more skills; it may have left. */
    int skillsMax() {
        return skillsMax;
    }

    /** Nobody here pays more; it may have left. */
    int stipendMax() {
        return stipendMax;
    }

    /** The first of an occupation, or where it would be. */
    int from(int occupation) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occupations[middle] < occupation) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void add(int opening, int[] data, int row) {
        int occupation = data[row + InternshipRow.OCCUPATION];
        int at = from(occupation + 1);
        if (size == openings.length) {
            int length = size + Math.max(2, size / 2);
            openings = Arrays.copyOf(openings, length);
            occupations = Arrays.copyOf(occupations, length);
            briefs = Arrays.copyOf(briefs, length);
            words = Arrays.copyOf(words, length);
        }
        move(at, at + 1);
        int counts = data[row + InternshipRow.REQUIRED_PREFERRED];
        int skills = Math.min(SKILLS_MANY, (counts >>> 16) + (counts & 0xFFFF));
        boolean topics = (data[row + InternshipRow.MAJORS_TOPICS] & 0xFFFF) != 0;
        openings[at] = opening;
        occupations[at] = occupation;
        briefs[at] = Brief.ofInternship(data, row);
        words[at] = (byte) (skills << 1 | (topics ? 1 : 0));
        size++;
        stipendMax = Math.max(stipendMax, data[row + InternshipRow.STIPEND]);
        skillsMax = Math.max(skillsMax, skills);
    }

    void remove(int opening, int occupation) {
        for (int at = from(occupation); at < size; at++) {
            if (openings[at] == opening) {
                move(at + 1, at);
                size--;
                return;
            }
        }
        throw new IllegalStateException("Opening " + opening + " was to be removed but is not there.");
    }

    /** Moves everything from a place on. */
    private void move(int from, int to) {
        int length = size - from;
        System.arraycopy(openings, from, openings, to, length);
        System.arraycopy(occupations, from, occupations, to, length);
        System.arraycopy(briefs, from, briefs, to, length);
        System.arraycopy(words, from, words, to, length);
    }
}
