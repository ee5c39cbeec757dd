package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.Score;

/**
 * Where a member stands in the order of the other side, as one number: the lower, the better.
 *
 * <pre>
 *  63  62                42 41                            0
 * +---+--------------------+-------------------------------+
 * | 0 | regard (21 bits)   | upper 42 bits of the member's |
 * |   |                    | lottery number                |
 * +---+--------------------+-------------------------------+
 * </pre>
 *
 * The regard is the place in the own list or, after everyone listed, 2^20 plus what is missing from the best score in millionths. Two
 * equal standings are told apart by {@link Members#drawnBefore}.
 */
public final class Standing {

    /** After everybody. */
    public static final long LAST = Long.MAX_VALUE;

    /** Before everybody. */
    public static final long FIRST = -1;

    /** The most places of a list. */
    public static final int PLACES_MAX = 1 << 20;

    private static final int LOTTERY_BITS = 42;

    private Standing() {}

    /** The regard for whoever is placed by score. */
    public static int scored(int millionths) {
        return PLACES_MAX + Score.WHOLE - millionths;
    }

    public static boolean isListed(int regard) {
        return regard < PLACES_MAX;
    }

    public static long of(int regard, long lotteryNumber) {
        return (long) regard << LOTTERY_BITS | lotteryNumber >>> (Long.SIZE - LOTTERY_BITS);
    }

    public static int regard(long standing) {
        return (int) (standing >>> LOTTERY_BITS);
    }

    /** Whether the one stands before the other in an order; the members are those whom the standings are of. */
    public static boolean before(long standing, int member, long other, int otherMember, Members members) {
        return standing != other
                ? standing < other
                : member != otherMember && other != LAST && members.drawnBefore(member, otherMember);
    }
}
