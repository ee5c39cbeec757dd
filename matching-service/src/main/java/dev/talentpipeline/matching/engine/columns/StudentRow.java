package dev.talentpipeline.matching.engine.columns;

/**
 * What the numbers of a student's row mean.
 *
 * <pre>
 *  0 length   1 first day   2 last day   3 minimum stipend   4 traits   5 major   6 skills, occupations   7 regions, topics
 *  8 … skills (number and level)   … occupations   … regions, best first   … topics
 *
 *  traits:  0-1 degree   2-4 days a week   5 remote   6 only listed   7 seeking   8 has a list   9 is kept apart from some
 *  counts:  the first in the upper 16 bits, the second in the lower;   skill: number above, level in the lower 3 bits
 * </pre>
 */
public final class StudentRow {

    public static final int FIRST_DAY = 1;
    public static final int LAST_DAY = 2;
    public static final int STIPEND = 3;
    public static final int TRAITS = 4;
    public static final int MAJOR = 5;
    public static final int SKILLS_OCCUPATIONS = 6;
    public static final int REGIONS_TOPICS = 7;
    public static final int WORDS = 8;

    public static final int REMOTE = 1 << 5;
    public static final int ONLY_LISTED = 1 << 6;
    /** Active, of a university that takes part, with consent. */
    public static final int SEEKING = 1 << 7;

    public static final int HAS_LIST = 1 << 8;
    public static final int KEPT_APART = 1 << 9;

    /** The degree of traits, also of an internship. */
    public static int degree(int traits) {
        return traits & 3;
    }

    /** The days a week of traits, also of an internship. */
    public static int daysPerWeek(int traits) {
        return traits >>> 2 & 7;
    }

    private StudentRow() {}
}
