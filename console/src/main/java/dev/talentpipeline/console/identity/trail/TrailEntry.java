package dev.talentpipeline.console.identity.trail;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act. It carries names of staff accounts and random ids, students among them, and no address and no free text, because it is
 * never erased.
 *
 * @param by who did it, as they signed in
 * @param onBehalfOf for whom they acted; null: for themselves
 * @param account to whom it was done; null while there is no account yet
 * @param role of the organisation that it concerns
 */
public record TrailEntry(
        Instant at,
        Act act,
        String by,
        @Nullable String onBehalfOf,
        @Nullable String account,
        Role role,
        @Nullable String org,
        Map<String, String> facts) {

    public TrailEntry {
        facts = Map.copyOf(facts);
    }

    public static TrailEntry of(Instant at, Act act, Identity caller, Identity account, Map<String, String> facts) {
        return new TrailEntry(
                at,
                act,
                caller.actor() == null ? caller.inTrail() : caller.by(),
                caller.onBehalfOf(),
                account.inTrail(),
                account.role(),
                account.org(),
                facts);
    }

    public static TrailEntry of(Instant at, Act act, Identity caller, Identity account) {
        return of(at, act, caller, account, Map.of());
    }

    /** Something that somebody did to their own account, or with what it may see. */
    public static TrailEntry own(Instant at, Act act, Identity account) {
        return own(at, act, account, Map.of());
    }

    public static TrailEntry own(Instant at, Act act, Identity account, Map<String, String> facts) {
        return of(at, act, account, account, facts);
    }
}
