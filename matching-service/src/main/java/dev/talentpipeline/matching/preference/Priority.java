package dev.talentpipeline.matching.preference;

/**
 * One side's regard for a member of the other as a single number: the lower, the better, and never equal for two members.
 *
 * <pre>
 *  63 60 59                          24 23                0
 * +-----+------------------------------+-------------------+
 * | tier| listed: place in the list    | index of the      |
 * |     | scored: WHOLE - millionths   | member            |
 * +-----+------------------------------+-------------------+
 * </pre>
 *
 * Members are numbered in the order of their lottery numbers, so the index breaks ties as the lottery says.
 */
public final class Priority {

    /** The most members of a side. */
    public static final int MEMBERS_MAX = 1 << 24;

    /** On the side's own list. */
    public static final int LISTED = 0;

    /** Placed by score, after everyone listed. */
    public static final int SCORED = 1;

    private static final int INDEX_BITS = 24;
    private static final int TIER_SHIFT = 60;

    private Priority() {}

    static long listed(int place, int index) {
        return (long) place << INDEX_BITS | index;
    }

    static long scored(int millionths, int index) {
        return (long) SCORED << TIER_SHIFT | (long) (Score.WHOLE - millionths) << INDEX_BITS | index;
    }

    public static int index(long priority) {
        return (int) (priority & (MEMBERS_MAX - 1));
    }

    public static int tier(long priority) {
        return (int) (priority >>> TIER_SHIFT);
    }
}
