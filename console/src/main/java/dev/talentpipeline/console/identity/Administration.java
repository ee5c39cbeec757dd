package dev.talentpipeline.console.identity;

import dev.talentpipeline.console.identity.Refusal.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may do something to the accounts of whom. An organisation is a role and a name: those of two roles are two. */
public final class Administration {

    private Administration() {}

    /** Operations administers every organisation; its accounts need no flag for it. */
    public static boolean administers(Identity caller) {
        return caller.role() == Role.OPERATIONS || caller.administrator();
    }

    public static boolean mayAdminister(Identity caller, Role role, @Nullable String org) {
        return caller.role() == Role.OPERATIONS
                || (caller.administrator() && caller.role() == role && Objects.equals(caller.org(), org));
    }

    /** Refuses whoever administers nothing. */
    public static void requireAdministrator(Identity caller) {
        if (!administers(caller)) {
            throw Refusal.of(Reason.NOT_ADMINISTRATOR, "This is for administrators of the organisation.")
                    .remedy("Ask an administrator of your organisation.")
                    .asException();
        }
    }

    /** Refuses whoever may not administer the account, in the words of one that is not there if it is another organisation's. */
    public static void requireMayAdminister(Identity caller, Identity account) {
        requireAdministrator(caller);
        if (!mayAdminister(caller, account.role(), account.org())) {
            throw Refusal.notFound("account", account.subject()).asException();
        }
    }

    /** A deputy changes neither the account they act for nor their own: what they took would outlast the cover. */
    public static void requireNotOneOfTheTwo(Identity caller, String account) {
        if (account.equals(caller.by()) || account.equals(caller.subject())) {
            requireNotActing(caller);
        }
    }

    /** What concerns an account's own way in is not for a deputy. */
    public static void requireNotActing(Identity caller) {
        if (caller.actor() != null) {
            throw Refusal.of(Reason.NOT_WHILE_ACTING, "This cannot be done while acting for a colleague.")
                    .remedy("End acting for " + caller.subject() + " first.")
                    .asException();
        }
    }

    /** Refuses an administrator who is bound to a school whatever is of another one, or of none: it would unbind them. */
    public static void requireOfTheirSchool(Identity caller, @Nullable String school) {
        String own = caller.school();
        if (caller.role() != Role.OPERATIONS && own != null && !own.equals(school)) {
            throw Refusal.of(
                            Reason.NOT_ADMINISTRATOR,
                            "Your account is bound to the school %s, and administers accounts of that school only."
                                    .formatted(own))
                    .about("school", school)
                    .remedy("Ask an administrator of the whole organisation.")
                    .asException();
        }
    }
}
