package dev.talentpipeline.internship.student;

import java.time.LocalDate;

/**
 * A skill that a completed course or project attests a student. It says what others saw; the profile's skills are what the student says,
 * and only those are matched.
 *
 * @param level 1 (heard of) to 5 (teaches it)
 * @param record the course or project, by its id in the programme
 */
public record AttestedSkill(String id, int level, Source source, String record, LocalDate completedOn) {

    /** What attests it. */
    public enum Source {
        COURSE,
        PROJECT
    }
}
