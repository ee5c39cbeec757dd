package dev.talentpipeline.console.access;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Internship-service's word that somebody may act as this person.
 *
 * @param grantedTo who may: the account that asked
 */
public record AccessGrant(
        @Nullable String person,
        @Nullable String org,
        @Nullable List<String> roles,
        @Nullable String grantedTo,
        long expiresInSeconds) {

    /** Nobody's grant, however it came about, opens the system for longer than this. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * Whom the grant speaks for, and who acts for them. Empty if it names anything but a student: a fault in one service must not turn the console's
     * signature into a key to another role.
     */
    public Optional<Identity> identity() {
        if (person == null
                || person.isBlank()
                || grantedTo == null
                || grantedTo.isBlank()
                || !List.of(Role.STUDENT.name()).equals(roles)
                || expiresInSeconds <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Identity(person, Role.STUDENT, org, person).actedBy(grantedTo));
    }

    public Duration lifetime() {
        Duration asked = Duration.ofSeconds(expiresInSeconds);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
