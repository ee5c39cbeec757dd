package dev.talentpipeline.monitoring.servicelevel;

/**
 * How a level stands.
 *
 * @param overall over all of the time that is promised
 * @param lastHour of that
 * @param lastFiveMinutes of that
 */
public record Standing(ServiceLevel level, Target target, Counts overall, Counts lastHour, Counts lastFiveMinutes) {

    /** Below it the budget is nearly used up. */
    private static final double LITTLE_LEFT = 0.25;

    /** How many were measured, and how many of them were as quick as is promised. */
    public record Counts(long good, long all) {

        /** The share that was good, from 0 to 1; 1 if nothing was measured. */
        public double share() {
            return all == 0 ? 1 : (double) good / all;
        }
    }

    /** Whether what is promised is kept, from best to worst. */
    public enum State {
        /** Nothing was measured. */
        UNMEASURED,
        /** One was too slow, of so few that the target leaves no room for any: it is not known yet whether it is kept. A second one says that it is not. */
        TOO_FEW,
        /** It is kept. */
        MET,
        /** It is kept, and little may go wrong any more. */
        AT_RISK,
        /** It is not kept. */
        MISSED
    }

    public State state() {
        if (overall.all() == 0) {
            return State.UNMEASURED;
        }
        if (overall.all() - overall.good() == 1 && overall.all() * (1 - target.share()) < 1) {
            return State.TOO_FEW;
        }
        double left = budgetLeft();
        return left < 0 ? State.MISSED : left < LITTLE_LEFT ? State.AT_RISK : State.MET;
    }

    /** What is left of the faults that the target allows for: 1 is all, 0 nothing; below 0 there were more. */
    public double budgetLeft() {
        return 1 - burn(overall);
    }

    /**
     * How fast the budget is used up by what is counted: at 1 it lasts exactly as long as the target is measured over, at 14 a fourteenth of that.
     */
    public double burn(Counts counts) {
        return (1 - counts.share()) / (1 - target.share());
    }
}
