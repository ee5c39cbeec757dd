package dev.talentpipeline.internship.organisation.postgres;

import dev.talentpipeline.internship.organisation.School;
import dev.talentpipeline.internship.organisation.Schools;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.student.KnownSchools;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresSchools implements Schools, KnownSchools {

    private static final String SELECT = "select university, id, name_zh, name_en, version, changed_at from school ";

    private final JdbcClient jdbc;

    PostgresSchools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<School> find(String university, String id) {
        return one("where university = ? and id = ?", university, id);
    }

    @Override
    public Optional<School> lock(String university, String id) {
        return one("where university = ? and id = ? for no key update", university, id);
    }

    private Optional<School> one(String where, String university, String id) {
        return jdbc.sql(SELECT + where)
                .params(university, id)
                .query(PostgresSchools::read)
                .optional();
    }

    @Override
    public boolean add(School school) {
        return jdbc.sql("""
                                insert into school (university, id, name_zh, name_en, version, changed_at) values (?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(school.university())
                        .param(school.id())
                        .param(school.nameZh())
                        .param(school.nameEn())
                        .param(school.version())
                        .param(Rows.time(school.changedAt()))
                        .update()
                == 1;
    }

    @Override
    public void save(School school) {
        jdbc.sql(
                        "update school set name_zh = ?, name_en = ?, version = ?, changed_at = ? where university = ? and id = ?")
                .param(school.nameZh())
                .param(school.nameEn())
                .param(school.version())
                .param(Rows.time(school.changedAt()))
                .param(school.university())
                .param(school.id())
                .update();
    }

    @Override
    public Page<School> list(String university, Page.Request request) {
        List<School> rows = jdbc.sql(SELECT + """
                                where university = :university and (cast(:after as text) is null or id > :after)
                                order by id limit :rows
                                """)
                .param("university", university)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresSchools::read)
                .list();
        return Page.of(rows, request, School::id);
    }

    @Override
    public boolean isKnown(String university, String school) {
        return find(university, school).isPresent();
    }

    @Override
    public List<School> of(String university) {
        return jdbc.sql(SELECT + "where university = ? order by id")
                .param(university)
                .query(PostgresSchools::read)
                .list();
    }

    private static School read(ResultSet row, int number) throws SQLException {
        return new School(
                row.getString("university"),
                row.getString("id"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getLong("version"),
                Rows.instant(row, "changed_at"));
    }
}
