package dev.talentpipeline.matching.engine.verification;

import dev.talentpipeline.matching.engine.columns.InternshipRow;
import dev.talentpipeline.matching.engine.columns.StudentRow;

/**
 * What an opening asks for, and what a student brings, as fields of one number: each field has a bit above it, set on the student's side, that is
 * lost in a subtraction exactly if the student brings less than is asked.
 *
 * <pre>
 *  | last day 16 | days before day 65535 that the first day is 16 | 262143 - stipend 18 | level 3 | days a week 3 | degree 2 |
 * </pre>
 *
 * The level is that of the first required skill. Days and amounts that do not fit count as the nearest that do, on both sides, so whoever is ruled
 * out is so for certain.
 */
final class Terms {

    private static final int DEGREE = 0;
    private static final int DAYS_A_WEEK = 3;
    private static final int LEVEL = 7;
    private static final int STIPEND = 11;
    private static final int FIRST_DAY = 30;
    private static final int LAST_DAY = 47;
    private static final int DAY_MAX = (1 << 16) - 1;
    private static final int AMOUNT_MAX = (1 << 18) - 1;

    private static final long SPARE = 1L << (DAYS_A_WEEK - 1)
            | 1L << (LEVEL - 1)
            | 1L << (STIPEND - 1)
            | 1L << (FIRST_DAY - 1)
            | 1L << (LAST_DAY - 1)
            | 1L << 63;

    private Terms() {}

    /** What the opening whose row begins at a place asks for. */
    static long asked(int[] rows, int at) {
        boolean requires = rows[at + InternshipRow.REQUIRED_PREFERRED] >>> 16 > 0;
        return of(
                        rows[at + InternshipRow.TRAITS],
                        rows[at + InternshipRow.STIPEND],
                        rows[at + InternshipRow.FIRST_DAY],
                        rows[at + InternshipRow.LAST_DAY])
                | level(requires ? rows[at + InternshipRow.WORDS] & 7 : 0);
    }

    /** What the student whose row begins at a place brings, without any skill. */
    static long brought(int[] rows, int at) {
        return SPARE
                | of(
                        rows[at + StudentRow.TRAITS],
                        rows[at + StudentRow.STIPEND],
                        rows[at + StudentRow.FIRST_DAY],
                        rows[at + StudentRow.LAST_DAY]);
    }

    /** A level, to be added to what a student brings. */
    static long level(int level) {
        return (long) level << LEVEL;
    }

    private static long of(int traits, int amount, int firstDay, int lastDay) {
        return (traits & 0b11L) << DEGREE
                | (traits >> 2 & 0b111L) << DAYS_A_WEEK
                | (long) (AMOUNT_MAX - within(amount, AMOUNT_MAX)) << STIPEND
                | (long) (DAY_MAX - within(firstDay, DAY_MAX)) << FIRST_DAY
                | (long) within(lastDay, DAY_MAX) << LAST_DAY;
    }

    private static int within(int number, int most) {
        return Math.min(Math.max(number, 0), most);
    }

    /** Whether what is brought may be enough; false: it surely is not. */
    static boolean mayDo(long brought, long asked) {
        return (brought - asked & SPARE) == SPARE;
    }
}
