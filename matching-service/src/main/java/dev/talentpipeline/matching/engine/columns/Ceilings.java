package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.Part;
import dev.talentpipeline.matching.preference.Score;

/**
 * What the parts of scores add to them at most, in billionths of the best score. Each is a whole number, rounded up, so that a bound of a
 * score is worked out by additions alone:
 *
 * <pre>
 *  worth of the internship        skills at their best, stipend, research if no topics are named
 *  + occupation + location + dates + research if topics are named
 *  - loss unit of the internship · what the skills lack, weighted
 * </pre>
 *
 * A {@link Prospect} adds them up for a student.
 */
public final class Ceilings {

    private static final int PER_MILLIONTH = 1_000;

    private final FlatMarket market;
    private final Weights weights;
    private final int skills;
    private final int skillsUnstated;
    private final int researchUnstated;

    public Ceilings(FlatMarket market) {
        this.market = market;
        weights = market.weights();
        skills = weights.billionths(Part.SKILLS, 1);
        skillsUnstated = weights.billionths(Part.SKILLS, Judge.UNSTATED);
        researchUnstated = weights.billionths(Part.RESEARCH, Judge.UNSTATED);
    }

    /** The best regard that a score up to a bound can give. */
    public static int regard(int billionths) {
        return Standing.scored((billionths + PER_MILLIONTH / 2) / PER_MILLIONTH);
    }

    /** The least bound that can give a regard. */
    public static int leastFor(int regard) {
        int millionths = Standing.PLACES_MAX + Score.WHOLE - regard;
        return Math.max(0, millionths * PER_MILLIONTH - PER_MILLIONTH / 2);
    }

    /** What skills, stipend and, where no topics are named, research add at most, whoever the student. */
    public int worth(int internship) {
        double stipend = number(internship, InternshipRow.STIPEND);
        return (namesSkills(internship) ? skills : skillsUnstated)
                + weights.billionths(Part.STIPEND, stipend / (stipend + Judge.STIPEND_REFERENCE))
                + (namesTopics(internship) ? 0 : researchUnstated);
    }

    /** What is lost at least for each 120th that a skill of weight one half lacks. */
    public int lossUnit(int internship) {
        int whole = market.skillWeights(internship);
        return whole == 0 ? 0 : Math.max(0, skills - 2) / (SkillTerms.WHOLE * whole);
    }

    public boolean namesTopics(int internship) {
        return (number(internship, InternshipRow.MAJORS_TOPICS) & 0xFFFF) != 0;
    }

    private boolean namesSkills(int internship) {
        return number(internship, InternshipRow.REQUIRED_PREFERRED) != 0;
    }

    private int number(int internship, int which) {
        return market.internshipData()[market.internshipAt(internship) + which];
    }

    /** What the dates add at most, by days of delay. */
    int[] datesByDelay() {
        int[] dates = new int[Judge.START_DELAY_MAX_DAYS + 1];
        for (int delay = 0; delay < dates.length; delay++) {
            dates[delay] = weights.billionths(Part.DATES, Judge.datesPart(delay));
        }
        return dates;
    }
}
