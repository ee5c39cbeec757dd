package dev.talentpipeline.internship.calendar;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Operations enters a calendar, or replaces its days. Deadlines that were set before keep their instants. */
public final class EnteringCalendar {

    private final Calendars calendars;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    EnteringCalendar(Calendars calendars, AuditTrail trail, Transactions transactions, Clock clock) {
        this.calendars = calendars;
        this.trail = trail;
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
                SeenVersion.refuseNew();
                WorkingCalendar created =
                        new WorkingCalendar(id, 1, days.zone(), days.holidays(), days.workingDays(), clock.instant());
                if (calendars.add(created)) {
                    record(created);
                    return new Posted<>(created, true);
                }
                existing = calendars.lock(id);
            }
            WorkingCalendar before = existing.orElseThrow();
            SeenVersion.refuseUnlessSeen(before.version());
            WorkingCalendar changed = before.changed(days, clock.instant());
            if (changed.version() != before.version()) {
                calendars.save(changed);
                record(changed);
            }
            return new Posted<>(changed, false);
        });
    }

    private void record(WorkingCalendar calendar) {
        trail.record(Deed.changed(
                new Deed.Entity("CALENDAR", calendar.id()), calendar.version(), Deed.Concerned.NOBODY, Map.of()));
    }
}
