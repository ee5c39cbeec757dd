package dev.talentpipeline.matching.preference;

/**
 * How much a skill weighs in a score: the rarer it is among the openings, the more. A skill that more than half of the openings name weighs
 * 1, one that more than a quarter name 1½, and one half more with every further halving, up to 5. It is the number of halvings that counts,
 * so that one opening more or less seldom changes anybody's score. (The idea of the inverse document frequency of K. Spärck Jones, A
 * Statistical Interpretation of Term Specificity and Its Application in Retrieval, 1972.)
 */
public final class SkillRarity {

    /** What the commonest skill weighs; all weights are whole numbers of halves, so that sums of them are exact. */
    public static final int COMMON = 2;

    private static final int HALVINGS_MAX = 8;

    private SkillRarity() {}

    /**
     * The weight of a skill, in halves.
     *
     * @param openings openings that take part
     * @param naming how many of them require or prefer the skill; where none does there is nothing to weigh
     */
    public static int weight(int openings, int naming) {
        if (naming == 0) {
            return COMMON;
        }
        int halvings = 31 - Integer.numberOfLeadingZeros(Math.max(1, openings / naming));
        return COMMON + Math.min(HALVINGS_MAX, halvings);
    }
}
