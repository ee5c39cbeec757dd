package dev.talentpipeline.matching.engine.columns;

/**
 * What the numbers of an internship's row mean.
 *
 * <pre>
 *  0 length   1 first day   2 last day   3 stipend   4 traits   5 occupation   6 region, -1: none   7 required, preferred   8 majors, topics
 *  9 … required skills (number and level)   … preferred skills   … majors   … topics
 *
 *  traits:  0-1 least degree   2-4 days a week   5 remote   6 only listed   7 open   8 names students, in a list or as excluded
 *  counts:  the first in the upper 16 bits, the second in the lower;   skill: number above, level in the lower 3 bits
 * </pre>
 */
public final class InternshipRow {

    public static final int FIRST_DAY = 1;
    public static final int LAST_DAY = 2;
    public static final int STIPEND = 3;
    public static final int TRAITS = 4;
    public static final int OCCUPATION = 5;
    public static final int REGION = 6;
    public static final int REQUIRED_PREFERRED = 7;
    public static final int MAJORS_TOPICS = 8;
    public static final int WORDS = 9;

    public static final int REMOTE = 1 << 5;
    public static final int ONLY_LISTED = 1 << 6;
    /** Takes new students, of a company that takes part. */
    public static final int OPEN = 1 << 7;

    public static final int NAMES_STUDENTS = 1 << 8;

    private InternshipRow() {}
}
