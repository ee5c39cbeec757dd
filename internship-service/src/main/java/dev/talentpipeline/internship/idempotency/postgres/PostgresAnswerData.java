package dev.talentpipeline.internship.idempotency.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that were given to a person, or that name them, one of their students or offers. All of them are gone after a day anyhow. */
@Component
final class PostgresAnswerData implements PersonalData {

    private static final String ABOUT_THEM = """
            (select ? as person) them, idempotency i
            where i.person = them.person
               or exists (select 1 from student s where s.person = them.person and position(s.id::text in i.body) > 0)
               or exists (select 1 from offer o where o.person = them.person and position(o.id::text in i.body) > 0)
               or position(them.person::text in i.body) > 0
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
        return Set.of("idempotency.caller", "idempotency.body");
    }
}
