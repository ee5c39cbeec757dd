package dev.talentpipeline.internship.calendar.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.calendar.WorkingCalendar;
import dev.talentpipeline.internship.transaction.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Enters the calendar that the release ships before the service takes requests. */
@Component
final class ShippedCalendars implements InitializingBean {

    private static final String FILE = "calendar/china.txt";

    private final PostgresCalendars calendars;
    private final Transactions transactions;
    private final Clock clock;

    ShippedCalendars(PostgresCalendars calendars, Transactions transactions, Clock clock) {
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        WorkingCalendar china = china();
        transactions.within(() -> {
            calendars.ship(china);
            return china;
        });
    }

    /** Each line names a day off, or a weekend's day that is worked; what follows the date is for the reader. */
    private WorkingCalendar china() {
        NavigableSet<LocalDate> holidays = new TreeSet<>();
        NavigableSet<LocalDate> workingDays = new TreeSet<>();
        for (String line : text().lines()
                .filter(each -> !each.isBlank() && !each.startsWith("#"))
                .toList()) {
            String[] fields = line.split(" +", 3);
            LocalDate day = LocalDate.parse(fields[1]);
            switch (fields[0]) {
                case "off" -> holidays.add(day);
                case "work" -> workingDays.add(day);
                default ->
                    throw new IllegalStateException("%s: line (%s) must start with off or work.".formatted(FILE, line));
            }
        }
        return new WorkingCalendar("china", 1, ZoneId.of("Asia/Shanghai"), holidays, workingDays, clock.instant());
    }

    private static String text() {
        try {
            return new ClassPathResource(FILE).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " must be on the class path.", e);
        }
    }
}
