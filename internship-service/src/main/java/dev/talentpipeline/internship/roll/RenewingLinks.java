package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.roll.ClaimReminder.Purpose;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whoever has no link that lets them in asks for another one: by the old one, or by saying where they are reached. It goes where reminders go, to the
 * address that is known of the student, and never to whoever asks: an old link in wrong hands opens nothing. Who has not claimed their entry gets a
 * link that claims it, everybody else one that lets them in. Links from before hold until they expire: mails overtake each other, and whoever asks
 * in a student's name must not spoil what the student has. Whether a mail goes out, nobody is told.
 */
public final class RenewingLinks {

    /** So long nobody is mailed again, however often they ask. */
    private static final Duration CLAIM_NOT_WITHIN = Duration.ofHours(1);

    private static final Duration ACCESS_NOT_WITHIN = Duration.ofMinutes(5);

    /** Students of several universities have an entry at each; more than a few are a list's address. */
    private static final int MOST_AT_ONE_ADDRESS = 5;

    private final RollEntries entries;
    private final ClaimLinks claimLinks;
    private final AccessLinks accessLinks;
    private final ClaimReminders reminders;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    RenewingLinks(
            RollEntries entries,
            ClaimLinks claimLinks,
            AccessLinks accessLinks,
            ClaimReminders reminders,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.entries = entries;
        this.claimLinks = claimLinks;
        this.accessLinks = accessLinks;
        this.reminders = reminders;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whose link is asked for. */
    public sealed interface Whose {

        /** Of whoever an earlier link was for, to claim or to come in. */
        record OldLink(String secret) implements Whose {}

        /** Of the person whom the front door knows an earlier link of. */
        record Known(UUID person) implements Whose {}

        /** Of whoever is reached there. */
        record ReachedAt(String email) implements Whose {}
    }

    /**
     * Has another link mailed, if an address is known.
     *
     * @param language of the mail where nobody knows the student's own
     * @throws dev.talentpipeline.internship.refusal.RefusedException if the caller is not the front door, or nobody was ever given the old link
     */
    public void renew(Caller caller, Whose whose, Person.Language language) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Links are renewed at the front door.").asException();
        }
        transactions.within(() -> {
            List<RollEntry> found = switch (whose) {
                case Whose.OldLink(String secret) -> List.of(entryOf(ClaimLink.hash(secret)));
                case Whose.Known(UUID person) ->
                    entries.ofPerson(person).stream().toList();
                case Whose.ReachedAt(String email) -> entries.reachedAt(email, MOST_AT_ONE_ADDRESS);
            };
            found.forEach(entry -> ask(entry, language));
            return found;
        });
    }

    private RollEntry entryOf(String hash) {
        return claimLinks
                .find(hash)
                .map(ClaimLink::entry)
                .or(() -> accessLinks.find(hash).map(AccessLinks.AccessLink::entry))
                .flatMap(entries::find)
                .orElseThrow(() -> new Refusal.NotFound("link", "of this secret").asException());
    }

    private void ask(RollEntry entry, Person.Language language) {
        Instant now = clock.instant();
        Purpose purpose = entry.claimedAt() == null ? Purpose.CLAIM : Purpose.ACCESS;
        Duration notWithin = switch (purpose) {
            case CLAIM -> CLAIM_NOT_WITHIN;
            case ACCESS -> ACCESS_NOT_WITHIN;
        };
        if (reminders.askOne(entry.id(), purpose, language, now.minus(notWithin), now)) {
            trail.record(Deed.done(
                    purpose + "_LINK_RENEWAL_ASKED_FOR",
                    new Deed.Entity("ROLL_ENTRY", entry.id().toString()),
                    new Deed.Concerned(entry.university(), null, entry.person()),
                    Map.of()));
        }
    }
}
