package dev.talentpipeline.internship.joint.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which projects and courses a person took part. Rows of random ids and days, which may outlast who they are about. */
@Component
final class PostgresJointData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresJointData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of("participations", Rows.ofPerson(jdbc, """
                        select p.programme, p.record, r.kind, r.title_zh, r.title_en, r.skills, p.student, p.completed_on, p.recorded_at
                        from joint_participation p join joint_record r on r.programme = p.programme and r.id = p.record
                            join student s on s.id = p.student
                        where s.person = ? order by p.recorded_at, p.programme, p.record
                        """, person));
    }

    @Override
    public void erase(UUID person) {
        // Nothing of it says who the person was.
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }
}
