package dev.talentpipeline.matching.preference;

/**
 * Works out the parts of the score of an eligible pair, each in [0,1]:
 *
 * <ul>
 *   <li>skills: the mean over the internship's skills, weighted by {@link SkillRarity}; a required one counts one half at its least level and up to 1 at level 5, a
 *       preferred one a third a level up to 1; one half where it names none
 *   <li>occupation: 1 if it is among the student's interests, 0 if not, one half if the student named none
 *   <li>research: over the internship's topics the mean of the nearest topic of the student; one half where it has none
 *   <li>location: 1 in the first region named, falling to 0.6 at the last; 0.8 if any region suits; 0.5 if only remotely
 *   <li>dates: 1 if it starts on the first day available, falling to 0 half a year later
 *   <li>stipend: s / (s + r), where r is the student's minimum, at least 3000 CNY a month
 * </ul>
 *
 * Remembers how near topics are, so one instance serves one thread.
 */
final class Scoring {

    private static final double LEVEL_MAX = 5;
    private static final double PREFERRED_LEVEL = 3;
    private static final double START_DELAY_MAX_DAYS = 182;
    private static final double STIPEND_REFERENCE = 3000;
    private static final double UNSTATED = 0.5;

    private final ScoringPolicy policy;
    private final TopicTable topics;
    private final int[] skillWeights;

    Scoring(ScoringPolicy policy, TopicTable topics, int[] skillWeights) {
        this.policy = policy;
        this.topics = topics;
        this.skillWeights = skillWeights;
    }

    int millionths(Candidate student, Opening internship) {
        return policy.combine(
                skills(student, internship),
                occupation(student, internship),
                research(student, internship),
                location(student, internship),
                dates(student, internship),
                stipend(student, internship));
    }

    Score score(Candidate student, Opening internship) {
        double[] values = {
            skills(student, internship),
            occupation(student, internship),
            research(student, internship),
            location(student, internship),
            dates(student, internship),
            stipend(student, internship)
        };
        return Score.of(student.facts(), internship.facts(), policy, millionths(student, internship), values);
    }

    private double skills(Candidate student, Opening internship) {
        int[] required = internship.requiredSkills();
        int[] preferred = internship.preferredSkills();
        if (required.length + preferred.length == 0) {
            return UNSTATED;
        }
        double sum = 0;
        int whole = 0;
        for (int i = 0; i < required.length; i++) {
            int weight = skillWeights[required[i]];
            int least = internship.requiredLevels()[i];
            sum += weight
                    * (least == LEVEL_MAX ? 1 : 0.5 + 0.5 * (student.level(required[i]) - least) / (LEVEL_MAX - least));
            whole += weight;
        }
        for (int skill : preferred) {
            int weight = skillWeights[skill];
            sum += weight * Math.min(1, student.level(skill) / PREFERRED_LEVEL);
            whole += weight;
        }
        return sum / whole;
    }

    private static double occupation(Candidate student, Opening internship) {
        if (student.occupations().length == 0) {
            return UNSTATED;
        }
        return Eligibility.contains(student.occupations(), internship.occupation()) ? 1 : 0;
    }

    private static double location(Candidate student, Opening internship) {
        if (!Eligibility.regionSuits(student, internship)) {
            return 0.5;
        }
        int[] regions = student.regions();
        for (int place = 0; place < regions.length; place++) {
            if (regions[place] == internship.region()) {
                return 1 - 0.4 * place / Math.max(1, regions.length - 1);
            }
        }
        return 0.8;
    }

    private double research(Candidate student, Opening internship) {
        return topics.alignment(student.topics(), internship.topics());
    }

    private static double dates(Candidate student, Opening internship) {
        long delayDays = Math.max(0, internship.startDay() - student.availableFromDay());
        return 1 - Math.min(1, delayDays / START_DELAY_MAX_DAYS);
    }

    private static double stipend(Candidate student, Opening internship) {
        double offered = internship.facts().stipend();
        return offered / (offered + Math.max(STIPEND_REFERENCE, student.facts().minimumStipend()));
    }
}
