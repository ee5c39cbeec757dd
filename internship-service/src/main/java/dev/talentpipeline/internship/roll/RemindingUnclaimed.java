package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.roll.ClaimReminders.Asked;
import dev.talentpipeline.internship.roll.ClaimReminders.Listed;
import dev.talentpipeline.internship.roll.ClaimReminders.Whom;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has everybody who has not claimed their entry asked to by mail, for the university, or a school of its own. Said again, it asks nobody again
 * before a stated time is over.
 */
public final class RemindingUnclaimed {

    private final ClaimReminders reminders;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    RemindingUnclaimed(ClaimReminders reminders, AuditTrail trail, Transactions transactions, Clock clock) {
        this.reminders = reminders;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Asks them.
     *
     * @param language of mails to those whose language nobody knows
     * @param notWithin how long ago somebody must have been asked by mail to be asked again
     */
    public Asked remind(Caller caller, Whom whom, Person.Language language, Duration notWithin) {
        FindingRollEntry.refuseOthers(caller, whom.university());
        if (isOtherSchool(caller, whom.school())) {
            return new Asked(0, 0, 0, 0);
        }
        String school = caller.school() == null ? whom.school() : caller.school();
        return transactions.within(() -> {
            Instant now = clock.instant();
            Asked asked = reminders.ask(
                    new Whom(whom.university(), school, whom.major()), language, now.minus(notWithin), now);
            Map<String, String> facts = new HashMap<>();
            facts.put("queued", Integer.toString(asked.queued()));
            facts.put("noAddress", Integer.toString(asked.noAddress()));
            facts.put("remindedLately", Integer.toString(asked.remindedLately()));
            facts.put("notWithin", notWithin.toString());
            if (school != null) {
                facts.put("school", school);
            }
            trail.record(Deed.done(
                    "CLAIM_REMINDERS_ASKED_FOR",
                    new Deed.Entity("ROLL", whom.university()),
                    new Deed.Concerned(whom.university(), null, null),
                    facts));
            return asked;
        });
    }

    /** The reminders that the caller may see, each with whom it asks. */
    public Page<Listed> list(
            Caller caller,
            String university,
            @Nullable String school,
            ClaimReminder.@Nullable State state,
            Page.Request request) {
        FindingRollEntry.refuseOthers(caller, university);
        if (isOtherSchool(caller, school)) {
            return new Page<>(List.of(), null);
        }
        return reminders.list(university, caller.school() == null ? school : caller.school(), state, request);
    }

    private static boolean isOtherSchool(Caller caller, @Nullable String school) {
        String own = caller.school();
        return own != null && school != null && !own.equals(school);
    }
}
