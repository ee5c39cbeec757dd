package dev.talentpipeline.internship.resource.postgres;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that each university knows by numbers of its own, with a unique index over both. Each number is looked up by that index: as nothing is
 * kept of how numbers are spread, the planner would take a thousand of them for most of the table, and read all of it.
 */
public final class NumberedRows<T> {

    /** What stands where a number was erased leads to nobody, whoever asks for it. */
    private static final String NOT_ERASED = " and number <> 'erased-' || id";

    private final JdbcClient jdbc;
    private final String all;
    private final String locked;
    private final String select;
    private final RowMapper<T> row;

    /**
     * Of such a table.
     *
     * @param order of locks, the same for everybody
     */
    public NumberedRows(JdbcClient jdbc, String table, String columns, String order, RowMapper<T> row) {
        this.jdbc = jdbc;
        this.row = row;
        String found = """
                from unnest(cast(? as text[])) wanted (wanted_number)
                    cross join lateral (select * from %s where university = ? and number = wanted_number %s offset 0) found
                """.formatted(table, NOT_ERASED);
        select = "select %s from %s ".formatted(columns, table);
        all = "select %s %s".formatted(columns, found);
        // Whose number has changed before the lock was there is not among them.
        locked = select + """
                where id = any(array(select found.id %s)) and university = ? and number = any(?) %s
                order by %s for no key update
                """.formatted(found, NOT_ERASED, order);
    }

    public Optional<T> find(String university, String number) {
        return jdbc.sql(select + "where university = ? and number = ?" + NOT_ERASED)
                .params(university, number)
                .query(row)
                .optional();
    }

    public Optional<T> lock(String university, String number) {
        return jdbc.sql(select + "where university = ? and number = ?" + NOT_ERASED + " for no key update")
                .params(university, number)
                .query(row)
                .optional();
    }

    public List<T> ofNumbers(String university, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(all)
                .param(distinct(numbers))
                .param(university)
                .query(row)
                .list();
    }

    /** The same, each locked. */
    public List<T> lockAll(String university, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        String[] wanted = distinct(numbers);
        return jdbc.sql(locked)
                .param(wanted)
                .param(university)
                .param(university)
                .param(wanted)
                .query(row)
                .list();
    }

    private static String[] distinct(Collection<String> numbers) {
        return numbers.stream().distinct().toArray(String[]::new);
    }
}
