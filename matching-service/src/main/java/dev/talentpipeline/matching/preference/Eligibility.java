package dev.talentpipeline.matching.preference;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries the hard rules on a pair, in the order of {@link Rule}. */
final class Eligibility {

    /** No place. */
    static final int NONE = -1;

    private Eligibility() {}

    /** The first rule that fails; null: the two may meet. */
    static @Nullable Rule firstFailing(Candidate student, Opening internship) {
        return tried(student, internship, null);
    }

    /** All rules that fail, in their order; none: the two may meet. */
    static Set<Rule> failing(Candidate student, Opening internship) {
        Set<Rule> failing = EnumSet.noneOf(Rule.class);
        tried(student, internship, failing);
        return failing;
    }

    /**
     * The one statement of every rule, for both questions. A clearing asks it of every pair, so the rules stand in a row, and only one that
     * fails looks at what is asked.
     *
     * @param all takes every rule that fails; null: the first is enough
     * @return the first that fails, if that is enough
     */
    private static @Nullable Rule tried(Candidate student, Opening internship, @Nullable Set<Rule> all) {
        if (!student.active() && ends(all, Rule.STUDENT_ACTIVE)) {
            return Rule.STUDENT_ACTIVE;
        }
        if (!internship.open() && ends(all, Rule.INTERNSHIP_OPEN)) {
            return Rule.INTERNSHIP_OPEN;
        }
        if (!student.takesPart() && ends(all, Rule.UNIVERSITY_TAKES_PART)) {
            return Rule.UNIVERSITY_TAKES_PART;
        }
        if (!internship.takesPart() && ends(all, Rule.COMPANY_TAKES_PART)) {
            return Rule.COMPANY_TAKES_PART;
        }
        if (student.facts().degree().compareTo(internship.facts().minimumDegree()) < 0 && ends(all, Rule.DEGREE)) {
            return Rule.DEGREE;
        }
        if (internship.majors().length > 0
                && !contains(internship.majors(), student.major())
                && ends(all, Rule.MAJOR)) {
            return Rule.MAJOR;
        }
        if (nextLacking(student, internship, 0) != NONE && ends(all, Rule.REQUIRED_SKILLS)) {
            return Rule.REQUIRED_SKILLS;
        }
        if (!regionSuits(student, internship) && !remoteSuits(student, internship) && ends(all, Rule.REGION)) {
            return Rule.REGION;
        }
        if ((internship.startDay() < student.availableFromDay() || internship.startDay() > student.availableUntilDay())
                && ends(all, Rule.START)) {
            return Rule.START;
        }
        if (internship.endDay() > student.availableUntilDay() && ends(all, Rule.WEEKS)) {
            return Rule.WEEKS;
        }
        if (internship.facts().daysPerWeek() > student.facts().daysPerWeek() && ends(all, Rule.DAYS_PER_WEEK)) {
            return Rule.DAYS_PER_WEEK;
        }
        if (internship.facts().stipend() < student.facts().minimumStipend() && ends(all, Rule.STIPEND)) {
            return Rule.STIPEND;
        }
        if (student.onlyListed() && !student.listed().has(internship.index()) && ends(all, Rule.LISTED_BY_STUDENT)) {
            return Rule.LISTED_BY_STUDENT;
        }
        if (internship.onlyListed()
                && !internship.listed().has(student.index())
                && ends(all, Rule.LISTED_BY_INTERNSHIP)) {
            return Rule.LISTED_BY_INTERNSHIP;
        }
        if (internship.excluded().has(student.index()) && ends(all, Rule.NOT_EXCLUDED)) {
            return Rule.NOT_EXCLUDED;
        }
        if (student.barred().has(internship.index()) && ends(all, Rule.NOT_BARRED)) {
            return Rule.NOT_BARRED;
        }
        if (student.waiting().has(internship.index()) && ends(all, Rule.NOT_WAITING)) {
            return Rule.NOT_WAITING;
        }
        if (!student.facts().consent() && ends(all, Rule.CONSENT)) {
            return Rule.CONSENT;
        }
        return null;
    }

    private static boolean ends(@Nullable Set<Rule> all, Rule failing) {
        if (all == null) {
            return true;
        }
        all.add(failing);
        return false;
    }

    /**
     * The next required skill, at the given place or after it, that the student has not or at too low a level: its place among those of
     * the internship, or {@link #NONE}.
     */
    static int nextLacking(Candidate student, Opening internship, int from) {
        int[] skills = internship.requiredSkills();
        for (int place = from; place < skills.length; place++) {
            if (student.level(skills[place]) < internship.requiredLevels()[place]) {
                return place;
            }
        }
        return NONE;
    }

    static boolean regionSuits(Candidate student, Opening internship) {
        return internship.region() != Vocabulary.UNKNOWN
                && (student.regions().length == 0 || contains(student.regions(), internship.region()));
    }

    private static boolean remoteSuits(Candidate student, Opening internship) {
        return student.facts().remote() && internship.facts().remote();
    }

    static boolean contains(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }
}
