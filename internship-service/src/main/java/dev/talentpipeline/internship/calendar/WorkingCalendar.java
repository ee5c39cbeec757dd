package dev.talentpipeline.internship.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are worked where. Saturday and Sunday are free unless they are named as working days, as where a holiday is made longer at
 * the cost of a weekend; every other day is worked unless it is named as a holiday.
 *
 * @param zone where its days begin and end
 * @param holidays days off, whatever day of the week they are
 * @param workingDays Saturdays and Sundays that are worked
 */
public record WorkingCalendar(
        String id,
        long version,
        ZoneId zone,
        NavigableSet<LocalDate> holidays,
        NavigableSet<LocalDate> workingDays,
        Instant changedAt) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public WorkingCalendar {
        holidays = Collections.unmodifiableNavigableSet(new TreeSet<>(holidays));
        workingDays = Collections.unmodifiableNavigableSet(new TreeSet<>(workingDays));
    }

    public boolean isWorkingDay(LocalDate day) {
        return !holidays.contains(day) && (!WEEKEND.contains(day.getDayOfWeek()) || workingDays.contains(day));
    }

    /**
     * When a window that opens now closes. A window of a day or more counts working days: the day on which it opens does not count, and
     * the last one ends it at the hour; a day that is not whole counts as one. A shorter window is a plain duration, because an hour is an
     * hour whatever day it is.
     *
     * @param hour of the zone, 0 to 23; where the clock passes over it, the first instant after it
     */
    public Instant end(Instant now, Duration window, int hour) {
        if (window.compareTo(DAY) < 0) {
            return now.plus(window);
        }
        LocalDate day = now.atZone(zone).toLocalDate();
        for (long left = daysBegun(window); left > 0; left--) {
            day = workingDayAfter(day);
        }
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    private static long daysBegun(Duration window) {
        return window.plus(DAY).minusNanos(1).dividedBy(DAY);
    }

    private LocalDate workingDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** This calendar with other days, one version on; itself if nothing differs. */
    WorkingCalendar changed(Days days, Instant now) {
        Days before = new Days(zone, holidays, workingDays);
        return days.equals(before)
                ? this
                : new WorkingCalendar(id, version + 1, days.zone(), days.holidays(), days.workingDays(), now);
    }

    /** What a calendar lays down. */
    public record Days(ZoneId zone, NavigableSet<LocalDate> holidays, NavigableSet<LocalDate> workingDays) {
        public Days {
            holidays = Collections.unmodifiableNavigableSet(new TreeSet<>(holidays));
            workingDays = Collections.unmodifiableNavigableSet(new TreeSet<>(workingDays));
        }
    }
}
