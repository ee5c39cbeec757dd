package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.personaldata.Forerunners;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person on the roll. Of an erased one the codes and dates are left by which the university counts its graduates: school, code of the major, degree
 * and the day of graduation. They lead to nobody. An entry that nobody stands behind is erased by its own id.
 */
@Component
final class PostgresRollData implements PersonalData, Forerunners {

    private final JdbcClient jdbc;

    PostgresRollData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "roll", Rows.ofPerson(jdbc, """
                        select university, number, name, school, major, major_code, degree, graduates_on, phone, email, claimed_at, asked,
                            asked_at, version, changed_at
                        from roll_entry where person = ?
                        """, person),
                "rollBefore", Rows.ofPerson(jdbc, """
                        select p.school, p.major, p.major_code, p.degree, p.graduates_on, p.valid_from, p.valid_until
                        from roll_entry_past p join roll_entry r on r.id = p.entry where r.person = ? order by p.valid_from
                        """, person),
                "claimReminders", Rows.ofPerson(jdbc, """
                        select c.language, c.purpose, c.state, c.asked_at, c.settled_at
                        from claim_reminder c join roll_entry r on r.id = c.entry where r.person = ? order by c.asked_at
                        """, person),
                "accessLinks", Rows.ofPerson(jdbc, """
                        select l.expires_at, l.opened_at
                        from access_link l join roll_entry r on r.id = l.entry where r.person = ? order by l.expires_at
                        """, person));
    }

    @Override
    public void erase(UUID person) {
        String entry = "entry in (select id from roll_entry where person = :id or id = :id and person is null)";
        jdbc.sql("update roll_entry_past set major = null where " + entry)
                .param("id", person)
                .update();
        jdbc.sql("delete from claim_reminder where " + entry)
                .param("id", person)
                .update();
        jdbc.sql("delete from access_link where " + entry).param("id", person).update();
        jdbc.sql("delete from roll_link where " + entry).param("id", person).update();
        jdbc.sql("""
                        update roll_entry set number = 'erased-' || id, name = 'erased', major = null, phone = null, email = null,
                            version = version + 1
                        where (person = :id or id = :id and person is null) and number <> 'erased-' || id
                        """).param("id", person).update();
    }

    @Override
    public List<UUID> of(UUID person) {
        return jdbc.sql("select id from roll_entry where person = ? and number <> 'erased-' || id order by id")
                .param(person)
                .query((row, number) -> Rows.id(row, "id"))
                .list();
    }

    @Override
    public Optional<Held> find(UUID id) {
        return jdbc.sql("select person from roll_entry where id = ? and number <> 'erased-' || id")
                .param(id)
                .query((row, number) -> new Held(Rows.optionalId(row, "person")))
                .optional();
    }

    @Override
    public boolean lockAlone(UUID id) {
        return jdbc.sql(
                        "select id from roll_entry where id = ? and person is null and number <> 'erased-' || id for no key update")
                .param(id)
                .query((row, number) -> Rows.id(row, "id"))
                .optional()
                .isPresent();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "roll_entry.number",
                "roll_entry.name",
                "roll_entry.major",
                "roll_entry.phone",
                "roll_entry.email",
                "roll_entry_past.major");
    }
}
