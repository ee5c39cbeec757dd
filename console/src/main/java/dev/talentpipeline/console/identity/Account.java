package dev.talentpipeline.console.identity;

import org.jspecify.annotations.Nullable;

/**
 * An account as it is kept: never its secret, only a slow hash of it.
 *
 * @param secretHash with the name of its algorithm in front, as in `{bcrypt}$2a$…`; null for somebody who signs in by a
 *     provider only
 * @param origin where it comes from, and so who may change its rights
 * @param ownSecret whether its person chose the secret here; the accounts file does not overwrite such a one
 * @param active whether it may sign in
 * @param epoch raised to end all sessions of the account that were opened before
 */
public record Account(
        Kind kind,
        @Nullable String secretHash,
        Identity identity,
        Origin origin,
        boolean ownSecret,
        boolean active,
        int epoch,
        @Nullable String displayName,
        @Nullable String email) {

    /** Machines show an id and a secret for a token; people a name and a password for a session. */
    public enum Kind {
        CLIENT,
        USER
    }

    /** Who keeps the account: the operator's accounts file, or the administrators of its organisation. */
    public enum Origin {
        PROVISIONED,
        INVITED
    }

    /** One of the accounts file. */
    public Account(Kind kind, @Nullable String secretHash, Identity identity) {
        this(kind, secretHash, identity, Origin.PROVISIONED, false, true, 0, null, null);
    }

    /** The name it signs in with, unique within its kind. */
    public String name() {
        return identity.subject();
    }

    public Account with(Identity changed) {
        return new Account(kind, secretHash, changed, origin, ownSecret, active, epoch, displayName, email);
    }

    /** With a password that its person chose. Whoever is signed in by the old one is signed in no longer. */
    public Account withOwnSecret(String hash) {
        return new Account(kind, hash, identity, origin, true, active, epoch + 1, displayName, email);
    }

    /** Not able to sign in any more, or able again. Its sessions end either way. */
    public Account activated(boolean active) {
        return new Account(kind, secretHash, identity, origin, ownSecret, active, epoch + 1, displayName, email);
    }
}
