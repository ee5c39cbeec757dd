package dev.talentpipeline.matching.engine.retrieval;

import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.StudentRow;

/**
 * What a student can meet, and what an internship demands, in one number each, so that one subtraction says whether the circumstances may suit.
 * Each field has a guard bit above it, which is borrowed from exactly if the student's value is the smaller one.
 *
 * <pre>
 *  60     45 43      28 26       7 5    3 1       0
 * +---------+----------+----------+------+---------+
 * | last    | 65535 -  | 1048575 -| days | degree  |
 * | day     | first day| stipend  |      |         |
 * +---------+----------+----------+------+---------+
 * </pre>
 *
 * Values that do not fit are cut to the nearest that does, on both sides alike, so nobody is ruled out who might be suited.
 */
final class Brief {

    private static final int DAY_MAX = 0xFFFF;
    private static final int STIPEND_MAX = 0xFFFFF;
    private static final int DAYS_SHIFT = 3;
    private static final int STIPEND_SHIFT = 7;
    private static final int FIRST_DAY_SHIFT = 28;
    private static final int LAST_DAY_SHIFT = 45;
    private static final long GUARDS = 1L << 2 | 1L << 6 | 1L << 27 | 1L << 44 | 1L << 61;

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

    private static long pack(int lastDay, int firstDay, int stipend, int traits) {
        return (long) Math.clamp(lastDay, 0, DAY_MAX) << LAST_DAY_SHIFT
                | (long) (DAY_MAX - Math.clamp(firstDay, 0, DAY_MAX)) << FIRST_DAY_SHIFT
                | (long) (STIPEND_MAX - Math.clamp(stipend, 0, STIPEND_MAX)) << STIPEND_SHIFT
                | (long) (traits >>> 2 & 7) << DAYS_SHIFT
                | (traits & 3);
    }

    /** Whether degree, dates, days a week and stipend may suit; false: they surely do not. */
    static boolean maySuit(long student, long internship) {
        return ((student | GUARDS) - internship & GUARDS) == GUARDS;
    }

    /** The first day of an internship, or an earlier one. */
    static int earliestDay(long internship) {
        int day = DAY_MAX - (int) (internship >>> FIRST_DAY_SHIFT & DAY_MAX);
        return day == 0 ? Integer.MIN_VALUE / 4 : day;
    }

    /** The stipend of an internship, or a higher one. */
    static int highestStipend(long internship) {
        int stipend = STIPEND_MAX - (int) (internship >>> STIPEND_SHIFT & STIPEND_MAX);
        return stipend == STIPEND_MAX ? Integer.MAX_VALUE : stipend;
    }
}
