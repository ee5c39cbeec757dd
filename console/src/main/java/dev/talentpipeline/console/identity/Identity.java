package dev.talentpipeline.console.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token or a session speaks for.
 *
 * <p>A university or company always has its organisation, and a student the person they are: the services decide by these
 * what an account may see, so an identity without them could own nothing and is not made.
 *
 * @param subject the client id, the user name, or the person id of somebody who came by a link
 */
public record Identity(
        String subject,
        Role role,
        @Nullable String org,
        @Nullable String person) implements Serializable {

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
    }
}
