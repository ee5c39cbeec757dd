package dev.talentpipeline.matching.preference;

import org.jspecify.annotations.Nullable;

/** Tries the hard rules on a pair, in the order of {@link Rule}. */
final class Eligibility {

    private Eligibility() {}

    /** The first rule that fails; null: the two may meet. */
    static @Nullable Rule firstFailing(Candidate student, Opening internship) {
        if (!student.active()) {
            return Rule.STUDENT_ACTIVE;
        }
        if (!internship.open()) {
            return Rule.INTERNSHIP_OPEN;
        }
        if (!student.takesPart()) {
            return Rule.UNIVERSITY_TAKES_PART;
        }
        if (!internship.takesPart()) {
            return Rule.COMPANY_TAKES_PART;
        }
        if (student.facts().degree().compareTo(internship.facts().minimumDegree()) < 0) {
            return Rule.DEGREE;
        }
        if (internship.majors().length > 0 && !contains(internship.majors(), student.major())) {
            return Rule.MAJOR;
        }
        if (!hasRequiredSkills(student, internship)) {
            return Rule.REQUIRED_SKILLS;
        }
        if (!regionSuits(student, internship) && !remoteSuits(student, internship)) {
            return Rule.REGION;
        }
        if (internship.startDay() < student.availableFromDay() || internship.startDay() > student.availableUntilDay()) {
            return Rule.START;
        }
        if (internship.endDay() > student.availableUntilDay()) {
            return Rule.WEEKS;
        }
        if (internship.facts().daysPerWeek() > student.facts().daysPerWeek()) {
            return Rule.DAYS_PER_WEEK;
        }
        if (internship.facts().stipend() < student.facts().minimumStipend()) {
            return Rule.STIPEND;
        }
        if (student.onlyListed() && !student.listed().has(internship.index())) {
            return Rule.LISTED_BY_STUDENT;
        }
        if (internship.onlyListed() && !internship.listed().has(student.index())) {
            return Rule.LISTED_BY_INTERNSHIP;
        }
        if (internship.excluded().has(student.index())) {
            return Rule.NOT_EXCLUDED;
        }
        if (student.barred().has(internship.index())) {
            return Rule.NOT_BARRED;
        }
        if (student.waiting().has(internship.index())) {
            return Rule.NOT_WAITING;
        }
        return student.facts().consent() ? null : Rule.CONSENT;
    }

    private static boolean hasRequiredSkills(Candidate student, Opening internship) {
        int[] skills = internship.requiredSkills();
        for (int i = 0; i < skills.length; i++) {
            if (student.level(skills[i]) < internship.requiredLevels()[i]) {
                return false;
            }
        }
        return true;
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
