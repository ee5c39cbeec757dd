package dev.talentpipeline.internship.student;

import java.util.Collection;

/** What of a profile is the student's own to say. The university may say it first; what the student has said it does not overwrite. */
public enum OwnFact {
    SKILLS("skills"),
    OCCUPATIONS("occupations"),
    RESEARCH_TOPICS("researchTopics"),
    REGIONS("regions"),
    REMOTE("remote"),
    AVAILABLE_FROM("availableFrom"),
    AVAILABLE_UNTIL("availableUntil"),
    DAYS_PER_WEEK("daysPerWeek"),
    MINIMUM_STIPEND("minimumStipend"),
    PREFERENCES("preferences"),
    ONLY_THESE("onlyThese"),
    CONSENT("consent");

    private final String field;

    OwnFact(String field) {
        this.field = field;
    }

    /** As the API calls it. */
    public String field() {
        return field;
    }

    private Object in(StudentProfile profile) {
        return switch (this) {
            case SKILLS -> profile.skills();
            case OCCUPATIONS -> profile.occupations();
            case RESEARCH_TOPICS -> profile.researchTopics();
            case REGIONS -> profile.regions();
            case REMOTE -> profile.remote();
            case AVAILABLE_FROM -> profile.availableFrom();
            case AVAILABLE_UNTIL -> profile.availableUntil();
            case DAYS_PER_WEEK -> profile.daysPerWeek();
            case MINIMUM_STIPEND -> profile.minimumStipend();
            case PREFERENCES -> profile.preferences();
            case ONLY_THESE -> profile.onlyThese();
            case CONSENT -> profile.consent();
        };
    }

    boolean differs(StudentProfile one, StudentProfile other) {
        return !in(one).equals(in(other));
    }

    /** Whether a profile says it: a list that is empty says nothing, whatever else is sent does. */
    boolean isSaidIn(StudentProfile profile) {
        return !(in(profile) instanceof Collection<?> list) || !list.isEmpty();
    }
}
