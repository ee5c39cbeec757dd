package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.person.ContactEvents;
import dev.talentpipeline.internship.person.GrantingAccess;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A student claims their entry of the roll by a link, and from then on is a person to the platform. The front door brings the secret and makes a
 * session of the grant: whoever follows a link has no account yet. A link claims once. Locks: the person, the entry.
 */
public final class ClaimingRollEntry {

    /** So long may whoever got no answer ask again. */
    private static final Duration REPEATABLE = Duration.ofMinutes(10);

    private final RollEntries entries;
    private final ClaimLinks links;
    private final People people;
    private final ContactEvents contacts;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    ClaimingRollEntry(
            RollEntries entries,
            ClaimLinks links,
            People people,
            ContactEvents contacts,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.entries = entries;
        this.links = links;
        this.people = people;
        this.contacts = contacts;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Claims the entry. Who asks again with the same key within some minutes is answered again, since the first answer may be lost. The secret alone
     * does not do for that: whoever made the link has known it, and would be answered beside the student.
     *
     * @param key that whoever claims has thought of; null: the claim cannot be repeated
     * @param email where the student wants to be reached; null: as the university says
     * @param language of their notices; null: as it is, Chinese for somebody new
     */
    public GrantingAccess.Grant claim(
            Caller caller,
            String secret,
            @Nullable String key,
            @Nullable String email,
            Person.@Nullable Language language) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Entries are claimed at the front door, by following the link.").asException();
        }
        return transactions.within(() -> {
            ClaimLink link = links.find(ClaimLink.hash(secret)).orElseThrow(ClaimingRollEntry::notFound);
            RollEntry found = entries.find(link.entry()).orElseThrow(ClaimingRollEntry::notFound);
            Person person = person(found, email, language, clock.instant());
            RollEntry entry = entries.lockAll(found.university(), List.of(found.number())).stream()
                    .findFirst()
                    .orElseThrow(ClaimingRollEntry::notFound);
            Instant now = clock.instant();
            // Looked for again under the lock: taking links back counts at once.
            Optional<ClaimLink> standing = links.find(link.hash());
            if (standing.isEmpty() || !now.isBefore(link.expiresAt())) {
                throw notFound();
            }
            if (entry.claimedAt() != null) {
                if (isRepeated(standing.get(), key, entry.claimedAt(), now)) {
                    record("ROLL_CLAIM_REPEATED", entry, person, link);
                    return new GrantingAccess.Grant(person.id(), entry.university(), GrantingAccess.LIFE);
                }
                throw new Refusal.Conflict(
                                "claim-link-used",
                                "The entry was claimed on %s, by this link or another one. A link claims once."
                                        .formatted(entry.claimedAt()),
                                Map.of())
                        .asException();
            }
            entries.saveAll(List.of(entry.claimedBy(person.id(), now)));
            if (key != null) {
                links.claimed(link.hash(), ClaimLink.hash(key));
            }
            record("ROLL_ENTRY_CLAIMED", entry, person, link);
            return new GrantingAccess.Grant(person.id(), entry.university(), GrantingAccess.LIFE);
        });
    }

    private static boolean isRepeated(ClaimLink link, @Nullable String key, Instant claimedAt, Instant now) {
        return key != null && ClaimLink.hash(key).equals(link.claimKey()) && now.isBefore(claimedAt.plus(REPEATABLE));
    }

    private void record(String what, RollEntry entry, Person person, ClaimLink link) {
        trail.record(Deed.done(
                what,
                new Deed.Entity("ROLL_ENTRY", entry.id().toString()),
                Deed.Concerned.of(person.id(), entry.university()),
                handsOf(link)));
    }

    /** In whose hands the link was before: until the student had it, whoever had it could speak as them. */
    private static Map<String, String> handsOf(ClaimLink link) {
        ClaimLink.Given given = link.given();
        if (given == null) {
            return Map.of();
        }
        Map<String, String> facts = new HashMap<>();
        facts.put(Deed.LINK_GIVEN_BY, given.by());
        facts.put("linkGivenAt", given.at().toString());
        if (given.forAccount() != null) {
            facts.put(Deed.LINK_GIVEN_FOR, given.forAccount());
        }
        return facts;
    }

    /** The person behind the entry, locked and reached as they say; entered if there is none. */
    private Person person(RollEntry entry, @Nullable String email, Person.@Nullable Language language, Instant now) {
        Optional<Person> known = people.find(entry.university(), entry.number());
        String reached = email != null
                ? email
                : known.map(Person::email).orElse(entry.facts().email());
        if (reached == null) {
            throw new Refusal.Unprocessable(
                            "email-needed",
                            "The university knows no e-mail address of this student, and offers are told by e-mail.",
                            "email",
                            null,
                            "Say where you want to be reached.",
                            Map.of())
                    .asException();
        }
        Person.Details details = new Person.Details(
                entry.facts().name(),
                reached,
                known.map(Person::phone).orElse(entry.facts().phone()),
                language != null ? language : known.map(Person::language).orElse(Person.Language.ZH));
        Person.Said said =
                new Person.Said(email != null && !email.equals(entry.facts().email()), false);
        People.Entered entered = people.lockOrEnter(entry.university(), entry.number(), details, said, now);
        Person locked = entered.person();
        if (entered.created()) {
            contacts.changed(locked);
            return locked;
        }
        Person.Details wanted = new Person.Details(
                locked.name(),
                Objects.requireNonNullElse(email, locked.email()),
                locked.phone(),
                Objects.requireNonNullElse(language, locked.language()));
        if (wanted.equals(locked.details())) {
            return locked;
        }
        Person changed = locked.reachedBy(
                wanted,
                locked.saying(wanted, entry.facts().email(), entry.facts().phone()),
                now);
        people.save(changed);
        contacts.changed(changed);
        return changed;
    }

    private static RuntimeException notFound() {
        return new Refusal.NotFound("claim link", "of this secret").asException();
    }
}
