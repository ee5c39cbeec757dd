package dev.talentpipeline.console.identity.invitation;

import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may open an account, by the link whose id this carries.
 *
 * @param link changes with every new link, so that only the latest opens the account
 * @param account the name that the guest chose; null until they did
 */
public record Invitation(
        UUID id,
        UUID link,
        Role role,
        @Nullable String org,
        Rights rights,
        String email,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant acceptedAt,
        @Nullable String account) {

    /** How an invitation stands. */
    public enum State {
        OPEN,
        EXPIRED,
        REVOKED,
        ACCEPTED
    }

    public State state(Instant now) {
        if (acceptedAt != null) {
            return State.ACCEPTED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    Invitation renewed(UUID newLink, Instant until) {
        return new Invitation(
                id, newLink, role, org, rights, email, invitedBy, invitedAt, until, revokedAt, acceptedAt, account);
    }

    Invitation revoked(Instant now) {
        return new Invitation(
                id, link, role, org, rights, email, invitedBy, invitedAt, expiresAt, now, acceptedAt, account);
    }

    Invitation accepted(Instant now, String name) {
        return new Invitation(
                id, link, role, org, rights, email, invitedBy, invitedAt, expiresAt, revokedAt, now, name);
    }
}
