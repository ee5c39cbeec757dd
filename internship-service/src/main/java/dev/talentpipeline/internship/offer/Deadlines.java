package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.calendar.WorkingCalendar;
import dev.talentpipeline.internship.programme.ProgrammeRules;
import dev.talentpipeline.internship.programme.ProgrammeRules.Endorsement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that a programme would set for what happens now. An offer keeps the one that it got, whatever rules and calendar become.
 *
 * @param endorseBy of each endorsement that is asked
 * @param firstEndorser who endorses first; null: no endorsement is asked
 */
record Deadlines(
        Instant approveBy,
        Instant respondBy,
        Instant keepUntil,
        Instant endorseBy,
        @Nullable Party firstEndorser) {

    /** The endorsement that is asked first; null if none is. */
    @Nullable Endorsing endorsing() {
        return firstEndorser == null ? null : new Endorsing(firstEndorser, endorseBy);
    }

    /** The same for a student who belongs to no school, so that nobody could endorse for it. */
    Deadlines withoutSchool() {
        return firstEndorser == Party.SCHOOL
                ? new Deadlines(approveBy, respondBy, keepUntil, endorseBy, Party.UNIVERSITY)
                : this;
    }

    /** Sets deadlines by the calendars as they are now. */
    static final class Setting {

        private final Calendars calendars;

        Setting(Calendars calendars) {
            this.calendars = calendars;
        }

        Deadlines of(ProgrammeRules rules, Instant now) {
            WorkingCalendar calendar =
                    calendars.find(rules.deadlines().calendar()).orElseThrow();
            return new Deadlines(
                    end(calendar, rules, rules.approvalWindow(), now),
                    end(calendar, rules, rules.responseWindow(), now),
                    end(calendar, rules, rules.keepWindow(), now),
                    end(calendar, rules, rules.endorsementWindow(), now),
                    firstEndorser(rules.endorsement()));
        }

        private static @Nullable Party firstEndorser(Endorsement endorsement) {
            return switch (endorsement) {
                case NONE -> null;
                case CAREER_CENTRE -> Party.UNIVERSITY;
                case SCHOOL_THEN_CAREER_CENTRE -> Party.SCHOOL;
            };
        }

        private static Instant end(WorkingCalendar calendar, ProgrammeRules rules, Duration window, Instant now) {
            return calendar.end(now, window, rules.deadlines().hour());
        }
    }
}
