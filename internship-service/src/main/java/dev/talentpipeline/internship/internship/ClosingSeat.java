package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.programme.Programmes;
import java.time.Instant;
import java.util.UUID;

/** Takes one seat out of the market that has just become free, in the transaction that freed it, so that nobody is offered it between. */
public final class ClosingSeat {

    private final Internships internships;
    private final Programmes programmes;
    private final Calendars calendars;
    private final InternshipEvents events;

    ClosingSeat(Internships internships, Programmes programmes, Calendars calendars, InternshipEvents events) {
        this.internships = internships;
        this.programmes = programmes;
        this.calendars = calendars;
        this.events = events;
    }

    /** Closes a seat of the internship, which the caller has locked. Never one that somebody holds. */
    public void close(UUID id, Instant now) {
        Internship internship = internships.lock(id).orElseThrow();
        if (!internship.hasFreeSeat()) {
            throw new IllegalStateException(
                    "internship (%s) must have a free seat. Maybe it was closed before it was freed.".formatted(id));
        }
        Opening opening = internship.opening();
        // An internship without seats is none: with the last one it leaves the market.
        ListingRules rules =
                ListingRules.of(programmes.find(internship.programme()).orElseThrow(), calendars);
        Internship changed = opening.seats() == 1
                ? internship.withdrawn(rules, now)
                : internship.seating(opening.seats() - 1, rules, now);
        if (changed.version() == internship.version()) {
            return;
        }
        internships.save(changed);
        events.changed(changed);
    }
}
