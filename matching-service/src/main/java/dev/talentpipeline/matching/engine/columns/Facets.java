package dev.talentpipeline.matching.engine.columns;

import java.util.Arrays;

/**
 * What internships name, skills and topics, behind each other in the order in which a search reads them: what else is known of an internship
 * lies elsewhere, and fetching it would take longer than all the rest.
 *
 * <pre>
 *  0 required, preferred   1 topics   2 … required skills (number and level)   … preferred skills   … topics
 *
 *  counts:  required in the upper 16 bits, preferred in the lower;   skill: number above, level in the lower 3 bits
 * </pre>
 */
public final class Facets {

    static final int REQUIRED_PREFERRED = 0;
    static final int TOPICS = 1;
    static final int WORDS = 2;

    private static final int DEAD_MIN = 64;

    private int[] words = new int[16];
    private int used;
    private int dead;

    /** Adds what an internship names; gives where it begins. */
    public int add(FlatMarket market, int internship) {
        int[] data = market.internshipData();
        int at = market.internshipAt(internship);
        int counts = data[at + InternshipRow.REQUIRED_PREFERRED];
        int skills = (counts >>> 16) + (counts & 0xFFFF);
        int topics = data[at + InternshipRow.MAJORS_TOPICS] & 0xFFFF;
        int start = start(WORDS + skills + topics);
        words[start + REQUIRED_PREFERRED] = counts;
        words[start + TOPICS] = topics;
        int from = at + InternshipRow.WORDS;
        System.arraycopy(data, from, words, start + WORDS, skills);
        from += skills + (data[at + InternshipRow.MAJORS_TOPICS] >>> 16);
        System.arraycopy(data, from, words, start + WORDS + skills, topics);
        return start;
    }

    /** Adds what others hold at a place; gives where it begins here. */
    public int add(Facets others, int from) {
        int length = others.length(from);
        int start = start(length);
        System.arraycopy(others.words, from, words, start, length);
        return start;
    }

    private int start(int length) {
        if (used + length > words.length) {
            words = Arrays.copyOf(words, Math.max(used + length, words.length + words.length / 2));
        }
        used += length;
        return used - length;
    }

    public void remove(int start) {
        dead += length(start);
    }

    /** Whether most of it is what was removed, so that it had better be made anew. */
    public boolean isMostlyDead() {
        return dead > DEAD_MIN && dead > used / 2;
    }

    int[] words() {
        return words;
    }

    private int length(int start) {
        int counts = words[start + REQUIRED_PREFERRED];
        return WORDS + (counts >>> 16) + (counts & 0xFFFF) + words[start + TOPICS];
    }
}
