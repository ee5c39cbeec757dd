package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Whoever has a link whose time is over asks for another one. It goes where reminders go, to the address that is known of the student, and never to
 * whoever asks: an old link in wrong hands opens nothing.
 */
public final class RenewingClaimLink {

    /** So long nobody is mailed again, however often they ask. */
    private static final Duration NOT_WITHIN = Duration.ofHours(1);

    private final RollEntries entries;
    private final ClaimLinks links;
    private final ClaimReminders reminders;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    RenewingClaimLink(
            RollEntries entries,
            ClaimLinks links,
            ClaimReminders reminders,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.entries = entries;
        this.links = links;
        this.reminders = reminders;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Has another link mailed, if the entry is not claimed and an address is known; whether it is, nobody is told.
     *
     * @param language of the mail where nobody knows the student's own
     */
    public void renew(Caller caller, String secret, Person.Language language) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Links are renewed at the front door, by following the old one.").asException();
        }
        transactions.within(() -> {
            RollEntry entry = links.find(ClaimLink.hash(secret))
                    .flatMap(link -> entries.find(link.entry()))
                    .orElseThrow(() -> new Refusal.NotFound("claim link", "of this secret").asException());
            Instant now = clock.instant();
            boolean queued = reminders.askOne(entry.id(), language, now.minus(NOT_WITHIN), now);
            if (queued) {
                trail.record(Deed.done(
                        "CLAIM_LINK_RENEWAL_ASKED_FOR",
                        new Deed.Entity("ROLL_ENTRY", entry.id().toString()),
                        new Deed.Concerned(entry.university(), null, null),
                        Map.of()));
            }
            return queued;
        });
    }
}
