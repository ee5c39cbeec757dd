package dev.talentpipeline.console.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done to an account.
 *
 * @param detail what holds, in a full sentence
 * @param field what of the request is wrong; null if no single field is
 * @param remedy what to do; null if nothing can be done
 */
public record Refusal(
        Reason reason,
        String detail,
        @Nullable String field,
        @Nullable Object value,
        @Nullable String remedy) {

    /** How the caller stands to it. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        GONE,
        TOO_MANY
    }

    /** The stable name of a refusal. The pages have a sentence for each. */
    public enum Reason {
        INVALID_FIELD(Kind.INVALID),
        WEAK_PASSWORD(Kind.INVALID),
        WRONG_PASSWORD(Kind.FORBIDDEN),
        NOT_ADMINISTRATOR(Kind.FORBIDDEN),
        NOT_WHILE_ACTING(Kind.FORBIDDEN),
        SESSION_NEEDED(Kind.FORBIDDEN),
        NOT_FOUND(Kind.NOT_FOUND),
        NAME_TAKEN(Kind.CONFLICT),
        ALREADY_INVITED(Kind.CONFLICT),
        INVITATION_CLOSED(Kind.CONFLICT),
        LAST_ADMINISTRATOR(Kind.CONFLICT),
        ACCOUNT_PROVISIONED(Kind.CONFLICT),
        ACCOUNT_NOT_ACTIVE(Kind.CONFLICT),
        SCHOOLS_DIFFER(Kind.CONFLICT),
        COVER_NOT_CURRENT(Kind.CONFLICT),
        ALREADY_LINKED(Kind.CONFLICT),
        LINK_NOT_VALID(Kind.GONE),
        TOO_MANY_ATTEMPTS(Kind.TOO_MANY);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** In kebab case, as problems and messages name it. */
        public String type() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Refusal of(Reason reason, String detail) {
        return new Refusal(reason, detail, null, null, null);
    }

    public static Refusal invalid(String field, @Nullable Object value, String remedy) {
        return new Refusal(
                Reason.INVALID_FIELD, "The field " + field + " is not what it must be.", field, value, remedy);
    }

    /** The same words whether there is none, or it belongs to another organisation. */
    public static Refusal notFound(String what, String id) {
        return of(Reason.NOT_FOUND, "There is no " + what + " (" + id + ") here.");
    }

    public Refusal remedy(String remedy) {
        return new Refusal(reason, detail, field, value, remedy);
    }

    public Refusal about(String field, @Nullable Object value) {
        return new Refusal(reason, detail, field, value, remedy);
    }

    /** This refusal, to be thrown out of a transaction so that nothing of it stays. */
    public RefusedException asException() {
        return new RefusedException(this);
    }
}
