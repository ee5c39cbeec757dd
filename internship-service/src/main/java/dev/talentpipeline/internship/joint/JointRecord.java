package dev.talentpipeline.internship.joint;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A research project or a course of a joint programme.
 *
 * @param id slug, unique in the programme
 * @param version grows by 1 with every change of what it says
 */
public record JointRecord(String programme, String id, long version, Content content, Instant changedAt) {

    /** Which of the two it is. */
    public enum Kind {
        PROJECT,
        COURSE
    }

    /**
     * What it says.
     *
     * @param organisation the member that leads the project or teaches the course
     * @param skills that it attests to who completes it
     * @param internships of the programme that go with it
     */
    public record Content(
            Kind kind,
            String titleZh,
            String titleEn,
            @Nullable String description,
            String organisation,
            LocalDate startsOn,
            LocalDate endsOn,
            List<SkillLevel> skills,
            List<UUID> internships) {

        public Content {
            skills = List.copyOf(skills);
            internships = List.copyOf(internships);
        }
    }

    /** This record with another content, one version on; itself if nothing differs. */
    JointRecord saying(Content other, Instant now) {
        return other.equals(content) ? this : new JointRecord(programme, id, version + 1, other, now);
    }
}
