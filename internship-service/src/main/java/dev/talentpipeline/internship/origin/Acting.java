package dev.talentpipeline.internship.origin;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting; it stands beside everything that the act brings about.
 *
 * @param role what the act is done as: a caller's roles, or the part of the system
 * @param subject the very account that acts
 * @param org the organisation that it belongs to; null for the system
 * @param person the person whose token it is; null for accounts of organisations
 * @param onBehalfOf the account whose rights are used, where that is another one
 */
public record Acting(
        String role,
        String subject,
        @Nullable String org,
        @Nullable String person,
        @Nullable String onBehalfOf) {

    /** What the service does by itself: sweeps, and what follows from the passing of time. */
    public static final Acting SYSTEM = new Acting("SYSTEM", "internship-service", null, null, null);

    public static final Acting MATCHER = new Acting("MATCHING", "matching-service", null, null, null);

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

    /** Who is behind what this thread is doing. */
    public static Acting current() {
        return CURRENT.isBound() ? CURRENT.get() : SYSTEM;
    }

    public static Acting of(Caller caller) {
        String roles = caller.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
        String actor = caller.actor();
        return actor == null
                ? new Acting(roles, caller.subject(), caller.org(), caller.person(), null)
                : new Acting(roles, actor, caller.org(), caller.person(), caller.subject());
    }

    /** Does the work as theirs. */
    public <R, X extends Throwable> R does(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
