package dev.talentpipeline.internship.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How windows are counted: in working days from one day up, as plain durations below. */
class WorkingCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A spring festival made longer by two worked Saturdays, and the turn of a year. */
    private static final WorkingCalendar CHINA = calendar(
            SHANGHAI,
            days(
                    "2026-02-16",
                    "2026-02-17",
                    "2026-02-18",
                    "2026-02-19",
                    "2026-02-20",
                    "2026-02-23",
                    "2027-01-01",
                    "2026-06-20"),
            days("2026-02-14", "2026-02-28"));

    @ParameterizedTest(name = "{0} and {1}: {2}, {3}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            OPENS            | WINDOW   | CLOSES           | BECAUSE
            2026-11-02T10:00 | P3D      | 2026-11-05T17:00 | the day on which it opens does not count
            2026-11-02T23:59 | P1D      | 2026-11-03T17:00 | not even in its last minute
            2026-11-02T00:00 | P1D      | 2026-11-03T17:00 | nor in its first
            2026-11-05T10:00 | P2D      | 2026-11-09T17:00 | a weekend is passed over
            2026-11-07T10:00 | P1D      | 2026-11-09T17:00 | what opens on a weekend counts from the Monday
            2026-02-13T10:00 | P1D      | 2026-02-14T17:00 | a Saturday that is worked counts
            2026-02-13T10:00 | P3D      | 2026-02-25T17:00 | a holiday is passed over with the weekend in it
            2026-02-15T10:00 | P1D      | 2026-02-24T17:00 | what opens in a holiday counts from the first day after it
            2026-02-25T10:00 | P3D      | 2026-02-28T17:00 | the Saturday after the holiday is worked too
            2026-12-30T10:00 | P2D      | 2027-01-04T17:00 | the year ends in between
            2026-11-02T10:00 | PT36H    | 2026-11-04T17:00 | a day begun counts as a whole one
            2026-11-02T10:00 | P14D     | 2026-11-20T17:00 | two weeks of working days
            2026-11-06T20:00 | PT23H59M | 2026-11-07T19:59 | below a day an hour is an hour
            2026-02-17T10:00 | PT2S     | 2026-02-17T10:00:02 | even in a holiday
            """)
    void aWindowCloses(String opens, Duration window, String closes, String because) {
        assertThat(CHINA.end(at(SHANGHAI, opens), window, 17)).as(because).isEqualTo(at(SHANGHAI, closes));
    }

    @Test
    void theHourIsThatOfTheCalendarsZoneBeforeAndAfterTheClocksChange() {
        WorkingCalendar berlin = calendar(BERLIN, days(), days());

        // the clocks go forward on 28 March 2027 and back on 31 October 2027
        assertThat(berlin.end(Instant.parse("2027-03-26T09:00:00Z"), Duration.ofDays(1), 17))
                .isEqualTo("2027-03-29T15:00:00Z");
        assertThat(berlin.end(Instant.parse("2027-03-25T09:00:00Z"), Duration.ofDays(1), 17))
                .isEqualTo("2027-03-26T16:00:00Z");
        assertThat(berlin.end(Instant.parse("2027-10-29T09:00:00Z"), Duration.ofDays(1), 17))
                .isEqualTo("2027-11-01T16:00:00Z");
    }

    @Test
    void anHourThatTheClocksPassOverEndsWithTheNext() {
        WorkingCalendar sundaysWorked = calendar(BERLIN, days(), days("2027-03-28"));

        assertThat(sundaysWorked.end(Instant.parse("2027-03-26T09:00:00Z"), Duration.ofDays(1), 2))
                .isEqualTo("2027-03-28T01:00:00Z");
    }

    @Test
    void theDayIsThatOfTheCalendarsZone() {
        // Sunday evening in Berlin is Monday in Shanghai, so that the Monday does not count there
        Instant opens = Instant.parse("2026-11-01T18:00:00Z");

        assertThat(calendar(BERLIN, days(), days()).end(opens, Duration.ofDays(1), 9))
                .isEqualTo("2026-11-02T08:00:00Z");
        assertThat(CHINA.end(opens, Duration.ofDays(1), 9)).isEqualTo("2026-11-03T01:00:00Z");
    }

    @Test
    void aHolidayStaysOneEvenIfItsWeekendIsWorked() {
        WorkingCalendar both = calendar(SHANGHAI, days("2026-02-14"), days("2026-02-14"));

        assertThat(both.isWorkingDay(LocalDate.parse("2026-02-14"))).isFalse();
        assertThat(CHINA.isWorkingDay(LocalDate.parse("2026-02-14"))).isTrue();
        assertThat(CHINA.isWorkingDay(LocalDate.parse("2026-02-15"))).isFalse();
        assertThat(CHINA.isWorkingDay(LocalDate.parse("2026-06-20"))).isFalse();
    }

    @Test
    void theSameDaysAreTheSameVersion() {
        WorkingCalendar.Days same =
                new WorkingCalendar.Days(SHANGHAI, new TreeSet<>(CHINA.holidays()), CHINA.workingDays());
        WorkingCalendar.Days other = new WorkingCalendar.Days(BERLIN, CHINA.holidays(), CHINA.workingDays());

        assertThat(CHINA.changed(same, Instant.EPOCH)).isSameAs(CHINA);
        assertThat(CHINA.changed(other, Instant.EPOCH).version()).isEqualTo(2);
    }

    private static WorkingCalendar calendar(ZoneId zone, NavigableSet<LocalDate> off, NavigableSet<LocalDate> worked) {
        return new WorkingCalendar("any", 1, zone, off, worked, Instant.EPOCH);
    }

    private static NavigableSet<LocalDate> days(String... days) {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        Arrays.stream(days).map(LocalDate::parse).forEach(dates::add);
        return dates;
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
