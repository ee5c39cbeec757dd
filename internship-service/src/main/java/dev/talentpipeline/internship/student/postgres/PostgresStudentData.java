package dev.talentpipeline.internship.student.postgres;

import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's profiles. Of an erased one the shape is left, with nothing in it that somebody entered; its 0 days a week nobody can enter. */
@Component
final class PostgresStudentData implements PersonalData {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    PostgresStudentData(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "students",
                Rows.ofPerson(
                        jdbc,
                        "select id, programme, state, version, profile, said, consent_awaited, changed_at from student where person = ? order by programme",
                        person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("""
                        update student set version = version + 1, state = 'WITHDRAWN', said = '{}', consent_awaited = false, profile = profile || '{
                            "major": "erased", "graduatesOn": null, "skills": [], "occupations": [], "researchTopics": [], "regions": [],
                            "remote": false, "daysPerWeek": 0, "minimumStipend": 0, "preferences": [], "onlyThese": false, "consent": false, "school": null}'
                        where person = ? and profile -> 'daysPerWeek' <> '0'
                        returning id, programme, university, version
                        """).param(person).query(row -> {
            String id = row.getString("id");
            String programme = row.getString("programme");
            Deed erased = new Deed(
                    "ERASED",
                    new Entity("STUDENT", id),
                    row.getLong("version"),
                    Concerned.of(person, row.getString("university")),
                    Map.of("programme", programme, "student", id, "person", person.toString()));
            outbox.erase(Topics.STUDENT_PROFILES.name(), Topic.key(programme, id), row.getLong("version"), erased);
        });
    }

    @Override
    public Set<String> columns() {
        return Set.of("student.profile");
    }
}
