package dev.talentpipeline.internship.idempotency.postgres;

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
 * Answers that were given to a person, or that name them by an id, in the answer or in what it was asked of: as a person, student or graduate, or an offer
 * to them. Their university asks by the student number, too, and refusals repeat it; so this comes before the number is erased. All of them
 * are gone after a day anyhow.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PostgresAnswerData implements PersonalData {

    private static final String ABOUT_THEM = """
            (select ? as person) them, lateral (select *, concat_ws(' ', path, body) as said from idempotency) i
            where i.person = them.person
               or position(them.person::text in i.said) > 0
               or exists (select 1 from student s where s.person = them.person and position(s.id::text in i.said) > 0)
               or exists (select 1 from offer o where o.person = them.person and position(o.id::text in i.said) > 0)
               or exists (
                   select 1 from (
                       select id, university, number from person where id = them.person
                       union all
                       select id, university, number from roll_entry where person = them.person or id = them.person) e
                   where position(e.id::text in i.said) > 0
                      or i.caller like 'UNIVERSITY' || chr(10) || e.university || chr(10) || '%'
                         and i.said ~ ('(^|[^[:alnum:]._-])' || replace(e.number, '.', '[.]') || '($|[^[:alnum:]._-])'))
            """;

    private final JdbcClient jdbc;

    PostgresAnswerData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "keptAnswers", Rows.ofPerson(jdbc, "select i.created_at, i.status, i.body from " + ABOUT_THEM, person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("delete from idempotency where (caller, key) in (select i.caller, i.key from " + ABOUT_THEM + ")")
                .param(person)
                .update();
    }

    @Override
    public Set<String> columns() {
        return Set.of("idempotency.caller", "idempotency.path", "idempotency.body");
    }
}
