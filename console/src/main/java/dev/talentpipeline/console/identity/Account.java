package dev.talentpipeline.console.identity;

/**
 * An account as it is kept: never its secret, only a slow hash of it.
 *
 * @param secretHash with the name of its algorithm in front, as in `{bcrypt}$2a$…`
 */
public record Account(Kind kind, String secretHash, Identity identity) {

    /** Machines show an id and a secret for a token; people a name and a password for a session. */
    public enum Kind {
        CLIENT,
        USER
    }

    /** The name it signs in with, unique within its kind. */
    public String name() {
        return identity.subject();
    }
}
