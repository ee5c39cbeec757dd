package dev.talentpipeline.internship.certificate;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** What the caller could say of it now: its university, that it has seen it, or that it does not hold, unless it has said so. */
    public List<State> decidable(Caller caller) {
        return isDecidedBy(caller)
                ? Stream.of(State.VERIFIED, State.REJECTED)
                        .filter(decided -> decided != state)
                        .toList()
                : List.of();
    }

    /** Whether it is for somebody like the caller to say so, if they may know of the person. */
    static boolean isDecidedBy(Caller caller) {
        return caller.is(Role.UNIVERSITY);
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
