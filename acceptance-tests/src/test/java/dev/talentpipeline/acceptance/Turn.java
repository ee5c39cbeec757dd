package dev.talentpipeline.acceptance;

/**
 * When the turn of a class of tests comes. Of the two threads one takes them from the beginning and the other from the end, and they meet in the middle, where those are that
 * have no turn of their own and are short: so neither waits for the other while there is something to do. No class needs what another has done.
 */
public final class Turn {

    /** The first from the beginning: who has the shown programme for themselves, while nobody walks through it yet. */
    public static final int FIRST = 1;

    /** Long walks, from the beginning. */
    public static final int LONG = 2;

    /** Long walks, from the end. */
    public static final int LONG_FROM_THE_END = Integer.MAX_VALUE - 1;

    /** The first from the end: those who have no need of the shown programme. */
    public static final int FIRST_FROM_THE_END = Integer.MAX_VALUE;

    private Turn() {}
}
