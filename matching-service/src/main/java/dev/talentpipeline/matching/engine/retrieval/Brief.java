package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.StudentRow;

/**
 * What a student can meet, and what an internship demands, in one number each, so that one subtraction says whether the circumstances may suit.
 * Each field has a guard bit above it, which is borrowed from exactly if the student's value is the smaller one.
 *
 * <pre>
 *  62     47 45      30 28      11 9    7 5    3 1       0
 * +---------+----------+----------+------+------+---------+
 * | last    | 65535 -  | 262143 - | key  | days | degree  |
 * | day     | first day| stipend  | level|      |         |
 * +---------+----------+----------+------+------+---------+
 * </pre>
 *
 * Values that do not fit are cut to the nearest that does, on both sides alike, so nobody is ruled out who might be suited. The key level is
 * that of one skill that both sides agree on; 0 if there is none.
 */
final class Brief {

    /** Before all days. */
    static final int NO_DAY = Integer.MIN_VALUE / 4;

    private static final int DAY_MAX = 0xFFFF;
    private static final int STIPEND_MAX = 0x3FFFF;
    private static final int LEVEL_MAX = 7;
    private static final int DAYS_SHIFT = 3;
    private static final int LEVEL_SHIFT = 7;
    private static final int STIPEND_SHIFT = 11;
    private static final int FIRST_DAY_SHIFT = 30;
    private static final int LAST_DAY_SHIFT = 47;
    private static final long GUARDS = 1L << 2 | 1L << 6 | 1L << 10 | 1L << 29 | 1L << 46 | 1L << 63;

    private Brief() {}

    static long ofStudent(int[] data, int at) {
        return pack(
                data[at + StudentRow.LAST_DAY],
                data[at + StudentRow.FIRST_DAY],
                data[at + StudentRow.STIPEND],
                data[at + StudentRow.TRAITS]);
    }

    static long ofInternship(int[] data, int at) {
        return pack(
                data[at + InternshipRow.LAST_DAY],
                data[at + InternshipRow.FIRST_DAY],
                data[at + InternshipRow.STIPEND],
                data[at + InternshipRow.TRAITS]);
    }

    /** A brief that had no key level, with one. */
    static long withLevel(long brief, int level) {
        return brief | (long) level << LEVEL_SHIFT;
    }

    private static long pack(int lastDay, int firstDay, int stipend, int traits) {
        return (long) Math.clamp(lastDay, 0, DAY_MAX) << LAST_DAY_SHIFT
                | (long) (DAY_MAX - Math.clamp(firstDay, 0, DAY_MAX)) << FIRST_DAY_SHIFT
                | (long) (STIPEND_MAX - Math.clamp(stipend, 0, STIPEND_MAX)) << STIPEND_SHIFT
                | (long) (traits >>> 2 & 7) << DAYS_SHIFT
                | (traits & 3);
    }

    /** Whether degree, dates, days a week, stipend and key level may suit; false: they surely do not. */
    static boolean maySuit(long student, long internship) {
        return unsuited(student, internship) == 0;
    }

    /** Which of the circumstances surely do not suit, as bits; 0: all may. */
    static long unsuited(long student, long internship) {
        return ~((student | GUARDS) - internship) & GUARDS;
    }

    static int level(long brief) {
        return (int) (brief >>> LEVEL_SHIFT) & LEVEL_MAX;
    }

    /** The first day, or an earlier one. */
    static int earliestDay(long brief) {
        int day = DAY_MAX - (int) (brief >>> FIRST_DAY_SHIFT & DAY_MAX);
        return day == 0 ? NO_DAY : day;
    }

    /** The first day, or a later one. */
    static int latestDay(long brief) {
        int day = DAY_MAX - (int) (brief >>> FIRST_DAY_SHIFT & DAY_MAX);
        return day == DAY_MAX ? Integer.MAX_VALUE / 4 : day;
    }
}
