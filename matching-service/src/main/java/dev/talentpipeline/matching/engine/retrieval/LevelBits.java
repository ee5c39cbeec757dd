package dev.talentpipeline.matching.engine.retrieval;

import java.util.Arrays;

/**
 * Students by a level, as bits: a search that needs a level tests one bit a student, and passes over most of them without looking at anything
 * else.
 *
 * <pre>
 *  level 0   1 1 1 0 1 …    one bit a student: set if theirs is at least this level
 *        1   1 0 1 0 1 …
 *        2   0 0 1 0 0 …
 * </pre>
 *
 * Changed by one thread while nobody reads.
 */
public final class LevelBits {

    /** The level of whoever has no bit. */
    public static final int NONE = -1;

    private final long[][] bits;

    public LevelBits(int levels) {
        bits = new long[levels][1];
    }

    /** Makes room for students, who have no bit yet. */
    public void makeRoom(int students) {
        int words = (students + Long.SIZE - 1) / Long.SIZE;
        for (int level = 0; level < bits.length && words > bits[level].length; level++) {
            bits[level] = Arrays.copyOf(bits[level], words);
        }
    }

    /** A student comes from one level to another. */
    public void move(int student, int from, int to) {
        for (int level = Math.min(from, to) + 1; level <= Math.max(from, to); level++) {
            bits[level][student / Long.SIZE] ^= 1L << student;
        }
    }

    public void clear() {
        for (long[] words : bits) {
            Arrays.fill(words, 0);
        }
    }

    /** The bits of those who have at least a level. */
    public long[] atLeast(int level) {
        return bits[level];
    }
}
