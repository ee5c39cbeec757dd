package dev.talentpipeline.internship.lookup.postgres;

import dev.talentpipeline.internship.lookup.Lookups;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes by the unique keys of numbers and references. */
@Component
final class PostgresLookups implements Lookups {

    private final JdbcClient jdbc;

    PostgresLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> byNumber(String university, String number) {
        return found("""
            select 'PERSON' as kind, id, null as programme, 0 as place, changed_at from person
            where university = :organisation and number = :called
            union all
            select 'STUDENT', student.id, student.programme, 1, student.changed_at
            from person join student on student.person = person.id
            where person.university = :organisation and person.number = :called
            order by place, changed_at desc, id
            """, university, number);
    }

    @Override
    public List<Found> byReference(String company, String reference) {
        // The key begins with the programme, of which there are few.
        return found("""
            select 'INTERNSHIP' as kind, opening.id, programme.id as programme, opening.changed_at
            from programme
            join internship opening
                on opening.programme = programme.id and opening.company = :organisation and opening.reference = :called
            order by opening.changed_at desc, opening.id
            """, company, reference);
    }

    private List<Found> found(String query, String organisation, String called) {
        return jdbc.sql(query)
                .param("organisation", organisation)
                .param("called", called)
                .query((row, number) -> new Found(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getString("programme")))
                .list();
    }
}
