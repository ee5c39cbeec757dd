package dev.talentpipeline.internship.person.postgres;

import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a person is and how they are reached. */
@Component
final class PostgresPersonData implements PersonalData {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    PostgresPersonData(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "person",
                Rows.ofPerson(
                        jdbc,
                        "select id, university, number, name, email, phone, language, version, changed_at from person where id = ?",
                        person),
                "accessGrants",
                Rows.ofPerson(jdbc, "select at, university from person_access where person = ? order by at", person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("""
                        update person set name = 'erased', email = 'erased', phone = null, number = 'erased-' || id, version = version + 1
                        where id = ? and number <> 'erased-' || id
                        returning university, version
                        """).param(person).query(row -> {
            Deed erased = new Deed(
                    "ERASED",
                    new Entity("PERSON", person.toString()),
                    row.getLong("version"),
                    Concerned.of(person, row.getString("university")),
                    Map.of());
            outbox.erase(Topics.CONTACTS.name(), person.toString(), row.getLong("version"), erased);
        });
    }

    @Override
    public Set<String> columns() {
        return Set.of("person.number", "person.name", "person.email", "person.phone");
    }
}
