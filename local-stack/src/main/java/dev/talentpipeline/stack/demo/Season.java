package dev.talentpipeline.stack.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;

/**
 * The dates of one calendar year of internships. Four intakes meet four kinds of availability:
 *
 * <pre>
 *               Feb  Mar        Jul      Sep          Dec
 * spring             |──────────|
 * long               |────────────────────────────|
 * summer                        |────────|
 * autumn                                 |────────────|
 *
 * last term     |───────────────|
 * all year      |─────────────────────────────────────|
 * second half                  |──────────────────────|
 * holidays                     |─────────|
 * </pre>
 */
record Season(Year year) {

    /** When an internship takes place and how much of the week it asks for. */
    record Stay(LocalDate startsOn, int weeks, int daysPerWeek) {}

    /** When a student has time. */
    record Availability(LocalDate from, LocalDate until, int daysPerWeek, LocalDate graduatesOn) {}

    Stay stay(Draws draws) {
        int intake = draws.between(1, 100);
        if (intake <= 20) {
            return new Stay(firstMondayOf(Month.MARCH), draws.between(14, 17), draws.between(3, 4));
        }
        if (intake <= 30) {
            return new Stay(firstMondayOf(Month.MARCH), draws.between(26, 38), 3);
        }
        if (intake <= 75) {
            return new Stay(firstMondayOf(Month.JULY), draws.between(7, 8), 5);
        }
        return new Stay(firstMondayOf(Month.SEPTEMBER), draws.between(12, 16), draws.between(3, 5));
    }

    Availability availability(Draws draws) {
        int kind = draws.between(1, 100);
        if (kind <= 10) {
            return new Availability(
                    year.atMonth(Month.FEBRUARY).atDay(20),
                    year.atMonth(Month.JULY).atDay(10),
                    4,
                    graduation(0));
        }
        if (kind <= 45) {
            return new Availability(
                    year.atMonth(Month.FEBRUARY).atDay(20),
                    year.atMonth(Month.DECEMBER).atDay(31),
                    draws.between(4, 5),
                    graduation(1));
        }
        if (kind <= 84) {
            return new Availability(
                    year.atMonth(Month.JUNE).atDay(25),
                    year.atMonth(Month.DECEMBER).atDay(31),
                    5,
                    graduation(1));
        }
        return new Availability(
                year.atMonth(Month.JUNE).atDay(25),
                year.atMonth(Month.SEPTEMBER).atDay(5),
                5,
                graduation(draws.between(1, 2)));
    }

    private LocalDate graduation(int yearsLater) {
        return year.plusYears(yearsLater).atMonth(Month.JUNE).atDay(30);
    }

    private LocalDate firstMondayOf(Month month) {
        return year.atMonth(month).atDay(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }
}
