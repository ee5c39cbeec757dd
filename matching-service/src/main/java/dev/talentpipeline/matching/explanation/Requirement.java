package dev.talentpipeline.matching.explanation;

import dev.talentpipeline.matching.preference.Rule;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an internship asks for and could ask for differently. First day and weeks are one requirement: whoever moves the one
 * moves the last day too.
 */
public enum Requirement {
    MINIMUM_DEGREE,
    MAJORS,
    REQUIRED_SKILL,
    PLACE,
    DATES,
    DAYS_PER_WEEK,
    STIPEND;

    /** The requirement behind a rule; null: the rule is about something else, such as consent. */
    static @Nullable Requirement behind(Rule rule) {
        return switch (rule) {
            case DEGREE -> MINIMUM_DEGREE;
            case MAJOR -> MAJORS;
            case REQUIRED_SKILLS -> REQUIRED_SKILL;
            case REGION -> PLACE;
            case START, WEEKS -> DATES;
            case DAYS_PER_WEEK -> DAYS_PER_WEEK;
            case STIPEND -> STIPEND;
            case STUDENT_ACTIVE,
                    INTERNSHIP_OPEN,
                    UNIVERSITY_TAKES_PART,
                    COMPANY_TAKES_PART,
                    LISTED_BY_STUDENT,
                    LISTED_BY_INTERNSHIP,
                    NOT_EXCLUDED,
                    NOT_BARRED,
                    NOT_WAITING,
                    CONSENT -> null;
        };
    }

    /** The rules by which it keeps students out. */
    public List<Rule> rules() {
        return Arrays.stream(Rule.values()).filter(rule -> behind(rule) == this).toList();
    }
}
