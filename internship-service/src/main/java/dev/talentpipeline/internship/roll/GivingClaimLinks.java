package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.origin.Acting;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the links by which students claim their entries, for the university, or the school, to hand over: one, or one for everybody who has not
 * claimed yet, which is how they are reminded. A link claims once and expires; a new one leaves those before it as they are, so that an
 * earlier letter still holds, and all of an entry's are taken back together.
 */
public final class GivingClaimLinks {

    private static final Duration LIFE = Duration.ofDays(30);

    /** So long after its end a link is known still, so that whoever has it can ask for another. */
    private static final Duration RENEWABLE = Duration.ofDays(90);

    private final FindingRollEntry finding;
    private final RollEntries entries;
    private final ClaimLinks links;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<String> secrets;

    GivingClaimLinks(
            FindingRollEntry finding,
            RollEntries entries,
            ClaimLinks links,
            AuditTrail trail,
            Transactions transactions,
            Clock clock,
            Supplier<String> secrets) {
        this.finding = finding;
        this.entries = entries;
        this.links = links;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** A new link; the only time that its secret is told. */
    public record Given(RollEntry entry, String secret, Instant expiresAt) {}

    /**
     * A link for one student.
     *
     * @param handle the id of the entry, or the student number
     */
    public Given give(Caller caller, String university, String handle) {
        return transactions.within(() -> {
            RollEntry found = finding.find(caller, university, handle);
            RollEntry locked = locked(university, List.of(found)).stream()
                    .findFirst()
                    .orElseThrow(() -> FindingRollEntry.notFound(handle));
            if (locked.claimedAt() != null) {
                throw claimed(locked);
            }
            Given given = give(List.of(locked)).getFirst();
            record("CLAIM_LINK_GIVEN", new Deed.Entity("ROLL_ENTRY", found.id().toString()), found, Map.of());
            return given;
        });
    }

    /** A link for each of the next entries that nobody has claimed, in the order of their numbers. */
    public Page<Given> giveAll(Caller caller, String university, @Nullable String school, Page.Request request) {
        return transactions.within(() -> {
            Page<RollEntry> page =
                    finding.list(caller, new RollEntries.Filter(university, school, null, null, false, null), request);
            List<Given> given = give(locked(university, page.items()).stream()
                    .filter(entry -> entry.claimedAt() == null)
                    .toList());
            if (!given.isEmpty()) {
                record(
                        "CLAIM_LINKS_GIVEN",
                        new Deed.Entity("ROLL", university),
                        given.getFirst().entry(),
                        Map.of(
                                "links",
                                Integer.toString(given.size()),
                                "entries",
                                given.stream()
                                        .map(each -> each.entry().id().toString())
                                        .collect(Collectors.joining(" "))));
            }
            return new Page<>(given, page.next());
        });
    }

    /** As they are now, and stay meanwhile: none of them leaves the roll, or is claimed. */
    private List<RollEntry> locked(String university, List<RollEntry> found) {
        return entries.lockAll(university, found.stream().map(RollEntry::number).toList());
    }

    /** A link that goes out by mail, for an entry that is locked and not claimed; whoever sends it says so on the trail. */
    Given giveByMail(RollEntry entry) {
        return give(List.of(entry)).getFirst();
    }

    private List<Given> give(List<RollEntry> all) {
        Instant now = clock.instant();
        Instant until = now.plus(LIFE);
        Acting by = Acting.current();
        links.forgetExpired(now.minus(RENEWABLE));
        List<Given> given = new ArrayList<>();
        List<ClaimLink> added = new ArrayList<>();
        for (RollEntry entry : all) {
            String secret = secrets.get();
            given.add(new Given(entry, secret, until));
            added.add(new ClaimLink(
                    ClaimLink.hash(secret),
                    entry.id(),
                    new ClaimLink.Given(by.subject(), by.onBehalfOf(), now),
                    null,
                    until));
        }
        links.addAll(added);
        entries.asked(all.stream().map(RollEntry::id).toList(), now);
        return given;
    }

    /** Takes back every link of the entry that is not used. */
    public RollEntry takeBack(Caller caller, String university, String handle) {
        RollEntry found = finding.find(caller, university, handle);
        return transactions.within(() -> {
            if (links.forget(found.id()) > 0) {
                record(
                        "CLAIM_LINKS_TAKEN_BACK",
                        new Deed.Entity("ROLL_ENTRY", found.id().toString()),
                        found,
                        Map.of());
            }
            return found;
        });
    }

    private void record(String what, Deed.Entity entity, RollEntry concerned, Map<String, String> facts) {
        trail.record(Deed.done(what, entity, new Deed.Concerned(concerned.university(), null, null), facts));
    }

    static RuntimeException claimed(RollEntry entry) {
        return new Refusal.Conflict(
                        "roll-entry-claimed",
                        "The student has claimed this entry (%s) already, and comes in by what they signed in with. Maybe give them access with POST /api/v1/people/{person}/access."
                                .formatted(entry.claimedAt()),
                        Map.of("entry", entry.id(), "claimedAt", String.valueOf(entry.claimedAt())))
                .asException();
    }
}
