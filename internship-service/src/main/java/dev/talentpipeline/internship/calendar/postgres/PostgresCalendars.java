package dev.talentpipeline.internship.calendar.postgres;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.calendar.WorkingCalendar;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresCalendars implements Calendars {

    private static final String SELECT = "select id, version, zone, holidays, working_days, changed_at from calendar ";

    private final JdbcClient jdbc;

    PostgresCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<WorkingCalendar> find(String id) {
        return one("where id = ?", id);
    }

    @Override
    public Optional<WorkingCalendar> lock(String id) {
        return one("where id = ? for no key update", id);
    }

    private Optional<WorkingCalendar> one(String where, String id) {
        return jdbc.sql(SELECT + where).param(id).query(PostgresCalendars::read).optional();
    }

    @Override
    public boolean add(WorkingCalendar calendar) {
        return insert(calendar, "OPERATIONS", "do nothing");
    }

    /** Brings what the release ships up to date; what operations entered or corrected stays theirs. */
    void ship(WorkingCalendar calendar) {
        insert(calendar, "SHIPPED", """
                (id) do update set version = calendar.version + 1, zone = excluded.zone, holidays = excluded.holidays,
                    working_days = excluded.working_days, changed_at = excluded.changed_at
                where calendar.source = 'SHIPPED' and (calendar.zone, calendar.holidays, calendar.working_days)
                    is distinct from (excluded.zone, excluded.holidays, excluded.working_days)
                """);
    }

    private boolean insert(WorkingCalendar calendar, String source, String onConflict) {
        return jdbc.sql("""
                                insert into calendar (id, version, zone, holidays, working_days, source, changed_at)
                                values (?, ?, ?, cast(? as date[]), cast(? as date[]), ?, ?) on conflict\s""" + onConflict)
                        .param(calendar.id())
                        .param(calendar.version())
                        .param(calendar.zone().getId())
                        .param(texts(calendar.holidays()))
                        .param(texts(calendar.workingDays()))
                        .param(source)
                        .param(Rows.time(calendar.changedAt()))
                        .update()
                == 1;
    }

    @Override
    public void save(WorkingCalendar calendar) {
        jdbc.sql("""
                        update calendar set version = ?, zone = ?, holidays = cast(? as date[]), working_days = cast(? as date[]),
                            source = 'OPERATIONS', changed_at = ? where id = ?
                        """)
                .param(calendar.version())
                .param(calendar.zone().getId())
                .param(texts(calendar.holidays()))
                .param(texts(calendar.workingDays()))
                .param(Rows.time(calendar.changedAt()))
                .param(calendar.id())
                .update();
    }

    @Override
    public Page<WorkingCalendar> list(Page.Request request) {
        List<WorkingCalendar> rows = jdbc.sql(
                        SELECT + "where (cast(:after as text) is null or id > :after) order by id limit :rows")
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresCalendars::read)
                .list();
        return Page.of(rows, request, WorkingCalendar::id);
    }

    private static String[] texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static WorkingCalendar read(ResultSet row, int number) throws SQLException {
        return new WorkingCalendar(
                row.getString("id"),
                row.getLong("version"),
                ZoneId.of(row.getString("zone")),
                days(row, "holidays"),
                days(row, "working_days"),
                Rows.instant(row, "changed_at"));
    }

    private static NavigableSet<LocalDate> days(ResultSet row, String column) throws SQLException {
        Date[] dates = (Date[]) row.getArray(column).getArray();
        NavigableSet<LocalDate> days = new TreeSet<>();
        Arrays.stream(dates).map(Date::toLocalDate).forEach(days::add);
        return days;
    }
}
