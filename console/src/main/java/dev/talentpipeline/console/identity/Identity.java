package dev.talentpipeline.console.identity;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token or a session speaks for.
 *
 * <p>A university or company always has its organisation, and a student the person they are: the services decide by these
 * what an account may see, so an identity without them could own nothing and is not made.
 *
 * @param subject the client id, the user name, or the person id of somebody who came by a link
 * @param school the school of a university to which its member is bound; null: all schools
 * @param administrator whether it may invite, change and deactivate accounts of its organisation
 * @param actor the user who really acts, while they act for the subject; null: the subject itself
 */
public record Identity(
        String subject,
        Role role,
        @Nullable String org,
        @Nullable String person,
        @Nullable String school,
        boolean administrator,
        @Nullable String actor)
        implements Serializable {

    public Identity {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("subject (" + subject + ") must not be blank.");
        }
        if (org == null && (role == Role.UNIVERSITY || role == Role.COMPANY)) {
            throw new IllegalArgumentException(
                    "org (null) of " + subject + " must be given for the role " + role + ".");
        }
        if (person == null && role == Role.STUDENT) {
            throw new IllegalArgumentException("person (null) of " + subject + " must be given for the role STUDENT.");
        }
        if (school != null && role != Role.UNIVERSITY) {
            throw new IllegalArgumentException(
                    "school (" + school + ") of " + subject + " must be left out for the role " + role + ".");
        }
    }

    /** One without rights beyond its role, that acts for itself. */
    public Identity(String subject, Role role, @Nullable String org, @Nullable String person) {
        this(subject, role, org, person, null, false, null);
    }

    /** The same with other rights. */
    public Identity with(Rights rights) {
        return new Identity(subject, role, org, person, rights.school(), rights.administrator(), actor);
    }

    /** The same, while somebody else acts for it. */
    public Identity actedBy(String deputy) {
        return new Identity(subject, role, org, person, school, administrator, deputy);
    }

    public Rights rights() {
        return new Rights(administrator, school);
    }

    /** Who really acts. */
    public String by() {
        return actor == null ? subject : actor;
    }

    /** How the trail names it: a student by the person they are, a random id, since what stands there is never erased. */
    public String inTrail() {
        return role == Role.STUDENT && person != null ? person : subject;
    }

    /** On whose behalf; null if on their own. */
    public @Nullable String onBehalfOf() {
        return actor == null ? null : subject;
    }

    /** Whether both stand for the same organisation in the same role. */
    public boolean isColleagueOf(Identity other) {
        return role == other.role && Objects.equals(org, other.org);
    }
}
