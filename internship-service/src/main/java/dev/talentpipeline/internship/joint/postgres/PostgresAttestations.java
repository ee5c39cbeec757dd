package dev.talentpipeline.internship.joint.postgres;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.student.Attestations;
import dev.talentpipeline.internship.student.AttestedSkill;
import dev.talentpipeline.internship.student.AttestedSkill.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What completed projects and courses attest. */
@Component
final class PostgresAttestations implements Attestations {

    private final JdbcClient jdbc;

    PostgresAttestations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, List<AttestedSkill>> of(Collection<UUID> students) {
        Map<UUID, List<AttestedSkill>> attested = new HashMap<>();
        if (students.isEmpty()) {
            return attested;
        }
        jdbc.sql("""
                        select p.student, p.record, p.completed_on, r.kind, r.skills
                        from joint_participation p join joint_record r on r.programme = p.programme and r.id = p.record
                        where p.student = any(:students) and p.completed_on is not null
                        order by p.student, p.completed_on desc, p.record
                        """).param("students", students.toArray(UUID[]::new)).query(row -> {
            List<AttestedSkill> ofStudent = attested.computeIfAbsent(Rows.id(row, "student"), _ -> new ArrayList<>());
            for (SkillLevel skill : Documents.read(row.getString("skills"), SkillLevel[].class)) {
                ofStudent.add(new AttestedSkill(
                        skill.id(),
                        skill.level(),
                        Source.valueOf(row.getString("kind")),
                        row.getString("record"),
                        row.getObject("completed_on", LocalDate.class),
                        null));
            }
        });
        return attested;
    }
}
