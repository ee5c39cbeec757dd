package dev.talentpipeline.notification.contact;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** Under which id a caller is told things. */
public final class Addressee {

    private Addressee() {}

    /** The caller's own as a person, or their organisation's desk; null for operations, who are told nothing. */
    public static @Nullable String of(Caller caller) {
        if (caller.person() != null) {
            return caller.person();
        }
        boolean atDesk = caller.is(Role.UNIVERSITY) || caller.is(Role.COMPANY);
        return atDesk && caller.org() != null ? Desk.of(caller.org()) : null;
    }
}
