package dev.talentpipeline.internship.calendar.web;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.calendar.EnteringCalendar;
import dev.talentpipeline.internship.calendar.WorkingCalendar;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calendars")
@Tag(name = "Calendars")
class CalendarController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MOST_DAYS = 1_000;

    private final EnteringCalendar entering;
    private final Calendars calendars;

    CalendarController(EnteringCalendar entering, Calendars calendars) {
        this.entering = entering;
        this.calendars = calendars;
    }

    /** A calendar as it is sent. */
    record CalendarBody(
            @Described(required = true) @Nullable String zone,
            @Described(as = LocalDate.class) @Nullable List<@Nullable String> holidays,
            @Described(as = LocalDate.class) @Nullable List<@Nullable String> workingDays) {

        WorkingCalendar.Days days(Violations violations) {
            NavigableSet<LocalDate> off = dates(violations, "holidays", holidays);
            NavigableSet<LocalDate> worked = dates(violations, "workingDays", workingDays);
            worked.stream()
                    .filter(off::contains)
                    .forEach(day -> violations.add(
                            "workingDays", day.toString(), "Leave it out here, or in holidays: it cannot be both."));
            return new WorkingCalendar.Days(zone(violations), off, worked);
        }

        private ZoneId zone(Violations violations) {
            try {
                if (zone != null && ZoneId.getAvailableZoneIds().contains(zone)) {
                    return ZoneId.of(zone);
                }
            } catch (DateTimeException e) {
                // Said below, in the same words as a zone that is missing.
            }
            violations.add("zone", zone, "Give a time zone by its IANA name such as Asia/Shanghai.");
            return ZoneId.of("UTC");
        }

        private static NavigableSet<LocalDate> dates(
                Violations violations, String field, @Nullable List<@Nullable String> days) {
            NavigableSet<LocalDate> dates = new TreeSet<>();
            for (String day : violations.items(field, days, MOST_DAYS)) {
                LocalDate date = violations.date(field, day);
                if (!date.equals(LocalDate.EPOCH) && !dates.add(date)) {
                    violations.add(field, day, "List it once.");
                }
            }
            return dates;
        }
    }

    /** A calendar as it is answered. */
    record CalendarAnswer(
            String id,
            long version,
            String zone,
            NavigableSet<LocalDate> holidays,
            NavigableSet<LocalDate> workingDays,
            Instant changedAt) {

        static CalendarAnswer of(WorkingCalendar calendar) {
            return new CalendarAnswer(
                    calendar.id(),
                    calendar.version(),
                    calendar.zone().getId(),
                    calendar.holidays(),
                    calendar.workingDays(),
                    calendar.changedAt());
        }
    }

    @PutMapping("/{calendar}")
    @ChecksVersion
    @Operation(operationId = "putCalendar", summary = "Enter a calendar or replace its days (operations)")
    ResponseEntity<CalendarAnswer> put(
            @Parameter(hidden = true) Caller caller, @PathVariable String calendar, @RequestBody CalendarBody body) {
        Violations violations = new Violations();
        violations.matching(
                "calendar",
                calendar,
                ID,
                "Use up to 64 letters, digits, dots, underscores and hyphens, starting with a letter or digit.");
        WorkingCalendar.Days days = body.days(violations);
        violations.refuseIfAny();
        return Answers.posted(entering.enter(caller, calendar, days), WorkingCalendar::version, CalendarAnswer::of);
    }

    @GetMapping("/{calendar}")
    @Operation(operationId = "getCalendar", summary = "Read a calendar")
    ResponseEntity<CalendarAnswer> get(@PathVariable String calendar) {
        WorkingCalendar found =
                calendars.find(calendar).orElseThrow(() -> new Refusal.NotFound("calendar", calendar).asException());
        return Answers.found(found.version(), CalendarAnswer.of(found));
    }

    @GetMapping
    @Operation(operationId = "listCalendars", summary = "List calendars")
    Listing<CalendarAnswer> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(calendars.list(request), CalendarAnswer::of);
    }
}
