package dev.talentpipeline.console.access.web;

/**
 * What a page keeps of a link that lets nobody in any more, to have it renewed by one press.
 *
 * @param name of the field
 */
public record OldLink(String name, String value) {

    static final String TOKEN = "token";
    static final String SECRET = "secret";

    static OldLink ofToken(String token) {
        return new OldLink(TOKEN, token);
    }

    static OldLink ofSecret(String secret) {
        return new OldLink(SECRET, secret);
    }

    /** Whether it is sure whom it was for: a statement of the console's own says so, a secret may be nobody's. */
    public boolean isSomebodys() {
        return name.equals(TOKEN);
    }
}
