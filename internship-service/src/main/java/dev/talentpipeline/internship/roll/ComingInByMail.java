package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.person.GrantingAccess;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.roll.AccessLinks.AccessLink;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A student who has claimed comes in by a link that was mailed to them. The front door brings the secret and makes a session of the grant. A link
 * lets in once, and for an hour after it was sent.
 */
public final class ComingInByMail {

    private static final Duration LIFE = Duration.ofHours(1);

    /** So long after its end a link is known still, so that whoever has it can ask for another. */
    private static final Duration RENEWABLE = Duration.ofDays(90);

    private final RollEntries entries;
    private final AccessLinks links;
    private final People people;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<String> secrets;

    ComingInByMail(
            RollEntries entries,
            AccessLinks links,
            People people,
            AuditTrail trail,
            Transactions transactions,
            Clock clock,
            Supplier<String> secrets) {
        this.entries = entries;
        this.links = links;
        this.people = people;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** A link that goes out by mail; whoever sends it says so on the trail. */
    GivingClaimLinks.Given giveByMail(RollEntry entry) {
        Instant now = clock.instant();
        links.forgetExpired(now.minus(RENEWABLE));
        String secret = secrets.get();
        links.add(new AccessLink(ClaimLink.hash(secret), entry.id(), now.plus(LIFE), null));
        return new GivingClaimLinks.Given(entry, secret, now.plus(LIFE));
    }

    /** Lets the student in. */
    public GrantingAccess.Grant comeIn(Caller caller, String secret) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Students come in at the front door, by following the link.").asException();
        }
        return transactions.within(() -> {
            AccessLink link = links.find(ClaimLink.hash(secret)).orElseThrow(ComingInByMail::notFound);
            RollEntry entry = entries.find(link.entry()).orElseThrow(ComingInByMail::notFound);
            Person person =
                    Optional.ofNullable(entry.person()).map(people::lockKnown).orElseThrow(ComingInByMail::notFound);
            Instant now = clock.instant();
            if (!links.open(link.hash(), now)) {
                throw now.isBefore(link.expiresAt()) ? used() : notFound();
            }
            trail.record(Deed.done(
                    "CAME_IN_BY_MAIL",
                    new Deed.Entity("PERSON", person.id().toString()),
                    Deed.Concerned.of(person.id(), entry.university()),
                    Map.of()));
            return new GrantingAccess.Grant(person.id(), entry.university(), GrantingAccess.LIFE);
        });
    }

    private static RuntimeException used() {
        return new Refusal.Conflict(
                        "access-link-used", "The link has let somebody in before. A link does so once.", Map.of())
                .asException();
    }

    private static RuntimeException notFound() {
        return new Refusal.NotFound("access link", "of this secret").asException();
    }
}
