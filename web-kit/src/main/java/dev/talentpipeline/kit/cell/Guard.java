package dev.talentpipeline.kit.cell;

/**
 * The apostrophe before a text that a spreadsheet would otherwise run as a formula or take for a number. Whoever writes a table puts it on, whoever
 * reads one takes it off, and what comes back is what was there.
 */
public final class Guard {

    private static final char APOSTROPHE = '\'';
    private static final String BEGINS_A_FORMULA = "=@+-";

    private Guard() {}

    /** The text with an apostrophe before it. It must begin with a digit, or be one that {@link #where} guards. */
    public static String before(String text) {
        return APOSTROPHE + text;
    }

    /** The text with an apostrophe before it where it needs one: it begins like a formula, with a blank, or as if it had one already. */
    public static String where(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        return beginsFormula(first) || Cells.isInvisible(first) || isOn(text) ? before(text) : text;
    }

    /** Whether the apostrophe at the start of a text, if there is one, is a guard and not part of it. */
    public static boolean isOn(String text) {
        if (text.length() < 2 || text.charAt(0) != APOSTROPHE) {
            return false;
        }
        char next = text.charAt(1);
        return next == APOSTROPHE
                || beginsFormula(next)
                || Cells.isInvisible(next)
                || Character.isDigit(Cells.plain(String.valueOf(next)).charAt(0));
    }

    /** The text that was guarded. */
    public static String off(String text) {
        return text.substring(1);
    }

    private static boolean beginsFormula(char c) {
        return BEGINS_A_FORMULA.indexOf(Cells.plain(String.valueOf(c)).charAt(0)) >= 0;
    }
}
