package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person on the roll. Of an erased one the codes and dates are left by which the university counts its graduates: school, code of the major, degree
 * and the day of graduation. They lead to nobody.
 */
@Component
final class PostgresRollData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresRollData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of("roll", Rows.ofPerson(jdbc, """
                        select university, number, name, school, major, major_code, degree, graduates_on, phone, email, claimed_at, asked,
                            asked_at, version, changed_at
                        from roll_entry where person = ?
                        """, person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("delete from roll_link where entry in (select id from roll_entry where person = ?)")
                .param(person)
                .update();
        jdbc.sql("""
                        update roll_entry set number = 'erased-' || id, name = 'erased', major = null, phone = null, email = null,
                            version = version + 1
                        where person = ? and number <> 'erased-' || id
                        """).param(person).update();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "roll_entry.number", "roll_entry.name", "roll_entry.major", "roll_entry.phone", "roll_entry.email");
    }
}
