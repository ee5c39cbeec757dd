package dev.talentpipeline.internship.person;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;

/**
 * Tells a student from whoever acts for them, as their university does with an access grant. Much may be done for a student; what binds them
 * by their own name, or attests what they lived through, is theirs alone to say.
 */
public final class OwnWord {

    private OwnWord() {}

    /** Whether it is the student themselves who calls. */
    public static boolean isOf(Caller caller) {
        return caller.is(Role.STUDENT) && caller.actor() == null;
    }

    /** Refuses whoever acts for a student; does nothing to those who speak for somebody else than a student. */
    public static void refuseOthers(Caller caller, String what) {
        if (caller.is(Role.STUDENT) && !isOf(caller)) {
            throw new Refusal.Forbidden(
                            "%s is for the student themselves, and this is somebody who acts for them. Maybe the student signs in."
                                    .formatted(what))
                    .asException();
        }
    }
}
