package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.SkillRarity;
import java.util.Arrays;

/**
 * What each skill weighs among the openings of a market. Openings are counted as they come and go, but weights change only when they are
 * {@linkplain #adopt adopted}, between clearings, so that all scores of one clearing are weighed alike.
 */
public final class Rarity {

    private int openings;
    private int[] naming = new int[64];
    private int[] weights = new int[0];

    Rarity() {}

    /** The weight of a skill, in halves. */
    public int weight(int skill) {
        return skill < weights.length ? weights[skill] : SkillRarity.COMMON;
    }

    /** An opening comes or goes. */
    void count(int openingsMore) {
        openings += openingsMore;
    }

    /** An opening that names a skill comes or goes. */
    void count(int skill, int more) {
        if (skill >= naming.length) {
            naming = Arrays.copyOf(naming, Math.max(skill + 1, naming.length * 2));
        }
        naming[skill] += more;
    }

    /** Weighs the skills as the openings are now; whether that changed any weight. */
    boolean adopt() {
        int[] now = new int[naming.length];
        for (int skill = 0; skill < now.length; skill++) {
            now[skill] = SkillRarity.weight(openings, naming[skill]);
        }
        boolean changed = !Arrays.equals(now, weights);
        weights = now;
        return changed;
    }
}
