package dev.talentpipeline.internship.student;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a completed course or project, or a certificate, attests a student. It says what others saw; the profile's skills are what the
 * student says, and only those are matched.
 *
 * @param level 1 (heard of) to 5 (teaches it)
 * @param record the course or project, by its id in the programme; null for a certificate
 * @param completedOn when it was completed, or issued
 * @param certificate null for a course or project
 */
public record AttestedSkill(
        String id,
        int level,
        Source source,
        @Nullable String record,
        LocalDate completedOn,
        @Nullable Certified certificate) {

    /** What attests it. */
    public enum Source {
        COURSE,
        PROJECT,
        CERTIFICATE
    }

    /**
     * The certificate.
     *
     * @param verified whether the university has seen it; otherwise the student says so
     */
    public record Certified(String occupation, String level, String number, boolean verified) {}
}
