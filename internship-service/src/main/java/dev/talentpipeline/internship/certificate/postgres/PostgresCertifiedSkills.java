package dev.talentpipeline.internship.certificate.postgres;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.student.Attestations;
import dev.talentpipeline.internship.student.AttestedSkill;
import dev.talentpipeline.internship.student.AttestedSkill.Certified;
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

/** What certificates attest. Those that the university rejected attest nothing. */
@Component
final class PostgresCertifiedSkills implements Attestations {

    private final JdbcClient jdbc;

    PostgresCertifiedSkills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, List<AttestedSkill>> of(Collection<UUID> students) {
        Map<UUID, List<AttestedSkill>> attested = new HashMap<>();
        if (students.isEmpty()) {
            return attested;
        }
        jdbc.sql("""
                        select s.id as student, c.occupation, c.level, c.number, c.issued_on, c.skills, c.state
                        from student s join certificate c on c.person = s.person
                        where s.id = any(:students) and c.state <> 'REJECTED'
                        order by s.id, c.issued_on desc, c.occupation
                        """).param("students", students.toArray(UUID[]::new)).query(row -> {
            List<AttestedSkill> ofStudent = attested.computeIfAbsent(Rows.id(row, "student"), _ -> new ArrayList<>());
            Certified certified = new Certified(
                    row.getString("occupation"),
                    row.getString("level"),
                    row.getString("number"),
                    row.getString("state").equals("VERIFIED"));
            for (SkillLevel skill : Documents.read(row.getString("skills"), SkillLevel[].class)) {
                ofStudent.add(new AttestedSkill(
                        skill.id(),
                        skill.level(),
                        Source.CERTIFICATE,
                        null,
                        row.getObject("issued_on", LocalDate.class),
                        certified));
            }
        });
        return attested;
    }
}
