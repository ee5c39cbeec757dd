package dev.talentpipeline.internship.imports.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows about people that wait to be committed. Whoever is erased is not in them any more: comes before the person's number is erased, by which
 * rows that were read before they were known are found. What a file says of its columns and skills is about nobody in particular and
 * ends with its import.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PostgresImportData implements PersonalData {

    private static final String ABOUT_THEM = """
            import_row r join import i on i.id = r.import, (
                select id, university, number, id as person from person
                union all
                select id, university, number, person from roll_entry where person is null) p
            where p.id = ? and (r.person = p.person or (i.kind = 'STUDENTS' and i.organisation = p.university and r.anchor = p.number))
            """;

    private final JdbcClient jdbc;

    PostgresImportData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "imports", Rows.ofPerson(jdbc, "select i.created_at, r.line, r.content from " + ABOUT_THEM, person));
    }

    @Override
    public void erase(UUID person) {
        // Wherever in them the person stands: none of their university's can be read again.
        jdbc.sql("""
                        delete from import_file f using import i, (
                            select id, university from person union all select id, university from roll_entry where person is null) p
                        where p.id = ? and i.id = f.import and i.kind = 'STUDENTS' and i.organisation = p.university
                        """).param(person).update();
        jdbc.sql("""
                        with gone as (delete from import_row where (import, line) in (select r.import, r.line from %s) returning import)
                        update import i set rows_read = rows_read - g.rows from (select import, count(*) as rows from gone group by import) g
                        where i.id = g.import
                        """.formatted(ABOUT_THEM)).param(person).update();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "import.findings",
                "import.fault",
                "import_file.anchor",
                "import_file.content",
                "import_row.anchor",
                "import_row.content",
                "import_row.problems");
    }
}
