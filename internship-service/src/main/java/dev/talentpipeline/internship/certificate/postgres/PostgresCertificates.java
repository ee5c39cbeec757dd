package dev.talentpipeline.internship.certificate.postgres;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.certificate.Certificate;
import dev.talentpipeline.internship.certificate.Certificates;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresCertificates implements Certificates {

    private static final String SELECT =
            "select person, occupation, version, level, number, issued_on, skills, state, changed_at from certificate ";

    private final JdbcClient jdbc;

    PostgresCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Certificate> find(UUID person, String occupation) {
        return jdbc.sql(SELECT + "where person = ? and occupation = ?")
                .params(person, occupation)
                .query(PostgresCertificates::read)
                .optional();
    }

    @Override
    public List<Certificate> ofPerson(UUID person) {
        return jdbc.sql(SELECT + "where person = ? order by occupation")
                .param(person)
                .query(PostgresCertificates::read)
                .list();
    }

    @Override
    public void put(Certificate certificate) {
        jdbc.sql("""
                        insert into certificate (person, occupation, version, level, number, issued_on, skills, state, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (person, occupation) do update
                        set version = excluded.version, level = excluded.level, number = excluded.number, issued_on = excluded.issued_on,
                            skills = excluded.skills, state = excluded.state, changed_at = excluded.changed_at
                        """)
                .param(certificate.person())
                .param(certificate.occupation())
                .param(certificate.version())
                .param(certificate.content().level().name())
                .param(certificate.content().number())
                .param(certificate.content().issuedOn())
                .param(Documents.write(certificate.content().skills()))
                .param(certificate.state().name())
                .param(Rows.time(certificate.changedAt()))
                .update();
    }

    @Override
    public void remove(Certificate certificate) {
        jdbc.sql("delete from certificate where person = ? and occupation = ?")
                .params(certificate.person(), certificate.occupation())
                .update();
    }

    private static Certificate read(ResultSet row, int number) throws SQLException {
        return new Certificate(
                Rows.id(row, "person"),
                row.getString("occupation"),
                row.getLong("version"),
                new Certificate.Content(
                        Certificate.Level.valueOf(row.getString("level")),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        List.of(Documents.read(row.getString("skills"), SkillLevel[].class))),
                Certificate.State.valueOf(row.getString("state")),
                Rows.instant(row, "changed_at"));
    }
}
