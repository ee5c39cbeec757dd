package dev.talentpipeline.internship.internship.postgres;

import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.InternshipState;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.student.PreferredInternships;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresInternships implements Internships, PreferredInternships {

    private static final String SELECT =
            "select id, programme, company, reference, version, state, taken, opening, changed_at from internship ";

    private final JdbcClient jdbc;

    PostgresInternships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Internship> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostgresInternships::read)
                .optional();
    }

    @Override
    public Optional<Internship> find(String programme, String company, String reference) {
        return jdbc.sql(SELECT + "where programme = ? and company = ? and reference = ?")
                .params(programme, company, reference)
                .query(PostgresInternships::read)
                .optional();
    }

    @Override
    public Optional<Internship> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = ? for no key update")
                .param(id)
                .query(PostgresInternships::read)
                .optional();
    }

    @Override
    public boolean add(Internship internship) {
        return jdbc.sql("""
                                insert into internship (id, programme, company, reference, version, state, seats, opening, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (programme, company, reference) do nothing
                                """)
                        .param(internship.id())
                        .param(internship.programme())
                        .param(internship.company())
                        .param(internship.reference())
                        .param(internship.version())
                        .param(internship.state().name())
                        .param(internship.opening().seats())
                        .param(Documents.write(internship.opening()))
                        .param(Rows.time(internship.changedAt()))
                        .update()
                == 1;
    }

    @Override
    public void save(Internship internship) {
        jdbc.sql("update internship set version = ?, state = ?, seats = ?, opening = ?, changed_at = ? where id = ?")
                .param(internship.version())
                .param(internship.state().name())
                .param(internship.opening().seats())
                .param(Documents.write(internship.opening()))
                .param(Rows.time(internship.changedAt()))
                .param(internship.id())
                .update();
    }

    @Override
    public Set<UUID> strangers(String programme, Collection<UUID> ids) {
        Set<UUID> strangers = new HashSet<>(ids);
        jdbc.sql("select id from internship where programme = ? and id = any(?)")
                .param(programme)
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(strangers::remove);
        return strangers;
    }

    @Override
    public Page<Internship> list(Filter filter, Page.Request request) {
        InternshipState state = filter.state();
        List<Internship> rows = jdbc.sql(SELECT + """
                                where programme = :programme
                                  and (cast(:company as text) is null or company = :company)
                                  and (cast(:reference as text) is null or reference = :reference)
                                  and (cast(:state as text) is null or state = :state)
                                  and (cast(:occupation as text) is null or opening ->> 'occupation' = :occupation)
                                  and (cast(:region as text) is null or opening ->> 'region' = :region)
                                  and (cast(:after as text) is null or id > cast(:after as uuid))
                                order by id limit :rows
                                """)
                .param("programme", filter.programme())
                .param("company", filter.company())
                .param("reference", filter.reference())
                .param("state", state == null ? null : state.name())
                .param("occupation", filter.occupation())
                .param("region", filter.region())
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresInternships::read)
                .list();
        return Page.of(rows, request, internship -> internship.id().toString());
    }

    private static Internship read(ResultSet row, int number) throws SQLException {
        return new Internship(
                Rows.id(row, "id"),
                row.getString("programme"),
                row.getString("company"),
                row.getString("reference"),
                row.getLong("version"),
                InternshipState.valueOf(row.getString("state")),
                row.getInt("taken"),
                Documents.read(row.getString("opening"), Opening.class),
                Rows.instant(row, "changed_at"));
    }
}
