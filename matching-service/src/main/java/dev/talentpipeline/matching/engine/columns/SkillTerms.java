package dev.talentpipeline.matching.engine.columns;

/**
 * What each skill that an internship names lacks of its full term in the skills part, in 120ths: levels go to five and preferred ones count
 * to the third, so every term is a whole number of them, and bounds need no division.
 */
final class SkillTerms {

    /** The full term. */
    static final int WHOLE = 120;
    /** A required level is not reached. */
    static final int TOO_LITTLE = -1;

    private static final int LEVELS = 8;
    private static final int LEVEL_MAX = 5;
    private static final int PREFERRED_LEVEL = 3;
    private static final byte[] REQUIRED = required();

    private SkillTerms() {}

    private static byte[] required() {
        byte[] lacks = new byte[LEVELS * LEVELS];
        for (int least = 0; least < LEVELS; least++) {
            for (int level = 0; level < LEVELS; level++) {
                int lack = least >= LEVEL_MAX ? 0 : WHOLE / 2 * (LEVEL_MAX - level) / (LEVEL_MAX - least);
                lacks[least * LEVELS + level] = (byte) (level < least ? TOO_LITTLE : Math.max(0, lack));
            }
        }
        return lacks;
    }

    /** What is lacking of a required skill, {@link #TOO_LITTLE} if the level does not suffice. */
    static int lackOfRequired(int least, int level) {
        return REQUIRED[least * LEVELS + level];
    }

    static int lackOfPreferred(int level) {
        return level >= PREFERRED_LEVEL ? 0 : WHOLE - WHOLE / PREFERRED_LEVEL * level;
    }
}
