package dev.talentpipeline.internship.person;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A university asks for access on behalf of one of its people, who then acts as a student. What this gives is a grant, on record; the front
 * door, which holds the signing key, turns it into a token.
 */
public final class GrantingAccess {

    /** How long a grant opens the system. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private final People people;
    private final FindingPerson finding;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    public GrantingAccess(
            People people, FindingPerson finding, AuditTrail trail, Transactions transactions, Clock clock) {
        this.people = people;
        this.finding = finding;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who may act, for whom, and for how long. */
    public record Grant(UUID person, String org, Duration life) {}

    /**
     * Grants access.
     *
     * @param handle the person's id or their student number at the caller's university
     */
    public Grant grant(Caller caller, String handle) {
        String university = caller.org();
        if (!caller.is(Role.UNIVERSITY) || university == null) {
            throw new Refusal.Forbidden("Only the person's university asks for their access.").asException();
        }
        return transactions.within(() -> {
            Person person = finding.find(caller, handle);
            people.recordAccess(person.id(), university, caller.subject(), clock.instant());
            trail.record(Deed.done(
                    "ACCESS_GRANTED",
                    new Entity("PERSON", person.id().toString()),
                    Concerned.of(person.id(), university),
                    Map.of()));
            return new Grant(person.id(), university, LIFE);
        });
    }
}
