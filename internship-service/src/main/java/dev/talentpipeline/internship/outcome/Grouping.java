package dev.talentpipeline.internship.outcome;

/** By what is counted apart. */
public enum Grouping {
    /** Not at all: one group for everybody. */
    ALL,
    UNIVERSITY,
    SCHOOL,
    /** By the code of the major, or by its name where the roll has no code. */
    MAJOR,
    DEGREE,
    /** By the code of the destination. */
    KIND,
    OCCUPATION,
    COMPANY,
    REGION,
    /** By the programme that graduates took part in and interns come from. */
    SEASON;

    /** Whether a graduate belongs to it only by where they go, so that those who go nowhere are in none of its groups. */
    boolean isOfDestination() {
        return switch (this) {
            case KIND, OCCUPATION, COMPANY, REGION -> true;
            case ALL, UNIVERSITY, SCHOOL, MAJOR, DEGREE, SEASON -> false;
        };
    }
}
