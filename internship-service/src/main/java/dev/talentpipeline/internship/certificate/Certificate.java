package dev.talentpipeline.internship.certificate;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a body has certified a person for an occupation. Of each occupation a person shows one, the highest that they hold.
 *
 * @param occupation of the catalogue
 * @param version grows by 1 with every change
 */
public record Certificate(
        UUID person, String occupation, long version, Content content, State state, Instant changedAt) {

    /** The grades of technicians of digital occupations: 初级, 中级, 高级. */
    public enum Level {
        JUNIOR,
        INTERMEDIATE,
        SENIOR
    }

    /** Whether the person's university has seen it. */
    public enum State {
        ENTERED,
        VERIFIED,
        REJECTED
    }

    /**
     * What it says.
     *
     * @param number that its issuer gave it
     * @param skills that it stands for
     */
    public record Content(Level level, String number, LocalDate issuedOn, List<SkillLevel> skills) {

        public Content {
            skills = List.copyOf(skills);
        }
    }

    /** This certificate with another content, to be looked at anew, one version on; itself if nothing differs. */
    Certificate saying(Content other, Instant now) {
        return other.equals(content)
                ? this
                : new Certificate(person, occupation, version + 1, other, State.ENTERED, now);
    }

    /** This certificate as it was decided on, one version on; itself if it was before. */
    Certificate become(State decided, Instant now) {
        return decided == state ? this : new Certificate(person, occupation, version + 1, content, decided, now);
    }
}
