package dev.talentpipeline.internship.roll;

import org.jspecify.annotations.Nullable;

/**
 * Where the students of one school stand, in numbers. Who has not claimed is counted apart: nobody can say of them that they found nothing.
 *
 * @param school null: of those who belong to none
 * @param consentAwaited whose university has recorded a consent that waits for their word
 */
public record RollStanding(@Nullable String school, Counts unclaimed, Counts claimed, int consentAwaited) {

    /** How far somebody on the roll has come: each is at exactly one. */
    public enum Step {
        /** In no programme, or withdrawn. */
        NO_PROFILE,
        /** In a programme, but not to be matched: paused, without consent, or the programme does not run. */
        OUT_OF_MARKET,
        /** To be matched, and not yet. */
        IN_MARKET,
        /** With an accepted offer. */
        MATCHED
    }

    /**
     * Each is counted once, where they have come furthest.
     *
     * @param noProfile in no programme, or withdrawn
     * @param outOfMarket in a programme, but not to be matched: paused, without consent, or the programme does not run
     * @param inMarket to be matched, and not yet
     * @param matched with an accepted offer
     */
    public record Counts(int noProfile, int outOfMarket, int inMarket, int matched) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);

        public int entries() {
            return noProfile + outOfMarket + inMarket + matched;
        }

        Counts and(Counts other) {
            return new Counts(
                    noProfile + other.noProfile,
                    outOfMarket + other.outOfMarket,
                    inMarket + other.inMarket,
                    matched + other.matched);
        }
    }

    /** All of them together. */
    public static RollStanding sum(Iterable<RollStanding> all) {
        RollStanding sum = new RollStanding(null, Counts.NONE, Counts.NONE, 0);
        for (RollStanding each : all) {
            sum = new RollStanding(
                    null,
                    sum.unclaimed.and(each.unclaimed),
                    sum.claimed.and(each.claimed),
                    sum.consentAwaited + each.consentAwaited);
        }
        return sum;
    }
}
