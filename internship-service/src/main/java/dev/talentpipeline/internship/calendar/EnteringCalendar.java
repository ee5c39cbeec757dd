package dev.talentpipeline.internship.calendar;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.Optional;

/** Operations enters a calendar, or replaces its days. Deadlines that were set before keep their instants. */
public final class EnteringCalendar {

    private final Calendars calendars;
    private final Transactions transactions;
    private final Clock clock;

    EnteringCalendar(Calendars calendars, Transactions transactions, Clock clock) {
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Posted<WorkingCalendar> enter(Caller caller, String id, WorkingCalendar.Days days) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Only operations enters calendars.").asException();
        }
        return transactions.within(() -> {
            Optional<WorkingCalendar> existing = calendars.lock(id);
            if (existing.isEmpty()) {
                WorkingCalendar created =
                        new WorkingCalendar(id, 1, days.zone(), days.holidays(), days.workingDays(), clock.instant());
                if (calendars.add(created)) {
                    return new Posted<>(created, true);
                }
                existing = calendars.lock(id);
            }
            WorkingCalendar before = existing.orElseThrow();
            WorkingCalendar changed = before.changed(days, clock.instant());
            if (changed.version() != before.version()) {
                calendars.save(changed);
            }
            return new Posted<>(changed, false);
        });
    }
}
