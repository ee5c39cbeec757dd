package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.organisation.Organisation;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.roll.ClaimReminder.Purpose;
import dev.talentpipeline.internship.roll.ClaimReminder.State;
import dev.talentpipeline.internship.roll.ReminderPost.Handover;
import dev.talentpipeline.internship.roll.ReminderPost.Letter;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends reminders, one after the other: takes one, makes its link, hands the letter over, settles it. The secret of the link is in no table and on
 * no topic; it is there from the making of the link to the handing over. Whoever claimed meanwhile is asked no more. A sender that goes away
 * between handing over and settling leaves one reminder that is sent again, under the same identity; what is in both letters holds.
 */
public final class SendingReminders {

    /** As long as no sender is busy with one letter. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final ClaimReminders reminders;
    private final GivingClaimLinks giving;
    private final ComingInByMail access;
    private final RollEntries entries;
    private final People people;
    private final Organisations organisations;
    private final ReminderPost post;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    SendingReminders(
            ClaimReminders reminders,
            GivingClaimLinks giving,
            ComingInByMail access,
            RollEntries entries,
            People people,
            Organisations organisations,
            ReminderPost post,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.reminders = reminders;
        this.giving = giving;
        this.access = access;
        this.entries = entries;
        this.people = people;
        this.organisations = organisations;
        this.post = post;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of an attempt to send one. */
    public enum Sending {
        NOTHING_DUE,
        /** One was sent or settled; there may be more. */
        DONE,
        /** There is nobody who takes letters just now. */
        TROUBLE
    }

    /** Sends the next one that is due. */
    public Sending sendNext() {
        Instant now = clock.instant();
        Optional<ClaimReminder> taken = transactions.within(() -> reminders.take(now, now.plus(LEASE)));
        if (taken.isEmpty()) {
            return Sending.NOTHING_DUE;
        }
        ClaimReminder reminder = taken.get();
        Optional<Letter> letter = transactions.within(() -> letter(reminder));
        return letter.isEmpty() ? Sending.DONE : send(reminder, letter.get());
    }

    /** What is to be said, with a fresh link; nothing where nobody needs to be asked any more. */
    private Optional<Letter> letter(ClaimReminder reminder) {
        RollEntry entry = entries.find(reminder.entry())
                .flatMap(found -> entries.lockAll(found.university(), List.of(found.number())).stream()
                        .findFirst())
                .orElse(null);
        Person person = entry == null || entry.person() == null
                ? null
                : people.find(entry.person()).orElse(null);
        String to = entry == null ? null : address(entry, person);
        boolean asksToClaim = reminder.purpose() == Purpose.CLAIM;
        if (entry == null || to == null || asksToClaim != (entry.claimedAt() == null)) {
            reminders.settle(reminder.id(), State.NOT_NEEDED, clock.instant());
            return Optional.empty();
        }
        GivingClaimLinks.Given given = asksToClaim ? giving.giveByMail(entry) : access.giveByMail(entry);
        Person.Language language = person == null ? reminder.language() : person.language();
        return Optional.of(new Letter(
                reminder.id(),
                reminder.purpose(),
                entry.university(),
                to,
                language,
                entry.facts().name(),
                organisations
                        .find(entry.university())
                        .map(found -> name(found.profile(), language))
                        .orElse(null),
                given.secret(),
                given.expiresAt()));
    }

    /** Where the student said that they are reached, before what the university knows. */
    private static @Nullable String address(RollEntry entry, @Nullable Person person) {
        return person == null || person.isErased() ? entry.facts().email() : person.email();
    }

    private static String name(Organisation.Profile university, Person.Language language) {
        return switch (language) {
            case ZH -> university.nameZh();
            case EN -> university.nameEn();
        };
    }

    private Sending send(ClaimReminder reminder, Letter letter) {
        Handover handover = post.post(letter);
        return transactions.within(() -> {
            Instant now = clock.instant();
            switch (handover) {
                case TAKEN -> {
                    reminders.settle(reminder.id(), State.SENT, now);
                    trail.record(Deed.done(
                            reminder.purpose() + "_LINK_MAILED",
                            new Deed.Entity("ROLL_ENTRY", reminder.entry().toString()),
                            new Deed.Concerned(letter.of(), null, null),
                            Map.of("reminder", reminder.id().toString())));
                }
                case REFUSED -> reminders.settle(reminder.id(), State.FAILED, now);
                case DEFERRED, UNREACHABLE -> {
                    if (now.isBefore(reminder.askedAt().plus(GIVEN_UP_AFTER))) {
                        reminders.postpone(reminder.id(), now.plus(wait(reminder.attempts())));
                    } else {
                        reminders.settle(reminder.id(), State.FAILED, now);
                    }
                }
            }
            return handover == Handover.UNREACHABLE ? Sending.TROUBLE : Sending.DONE;
        });
    }

    /** Twice as long after each attempt. */
    private static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
