package dev.talentpipeline.internship.certificate.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's certificates, which nothing refers to. */
@Component
final class PostgresCertificateData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresCertificateData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "certificates",
                Rows.ofPerson(
                        jdbc,
                        "select occupation, level, number, issued_on, skills, state, version, changed_at from certificate where person = ? order by occupation",
                        person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("delete from certificate where person = ?").param(person).update();
    }

    @Override
    public Set<String> columns() {
        return Set.of("certificate.number", "certificate.skills");
    }
}
