package dev.talentpipeline.internship.owndata.postgres;

import dev.talentpipeline.internship.owndata.Erasure;
import dev.talentpipeline.internship.owndata.Erasures;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresErasures implements Erasures {

    private static final String SELECT = "select person, asked_at, rewritten, completed_at from erasure ";

    private final JdbcClient jdbc;

    PostgresErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Erasure> find(UUID person) {
        return jdbc.sql(SELECT + "where person = ?")
                .param(person)
                .query(PostgresErasures::read)
                .optional();
    }

    @Override
    public void add(UUID person, Instant askedAt) {
        jdbc.sql("""
                        insert into erasure (person, asked_at) values (?, ?)
                        on conflict (person) do update set rewritten = 0, completed_at = null
                        """).param(person).param(Rows.time(askedAt)).update();
    }

    @Override
    public List<Erasure> underWay() {
        return jdbc.sql(SELECT + "where completed_at is null order by asked_at")
                .query(PostgresErasures::read)
                .list();
    }

    @Override
    public void rewritten(Collection<UUID> people) {
        jdbc.sql("update erasure set rewritten = rewritten + 1 where person = any(?)")
                .param(people.toArray(UUID[]::new))
                .update();
    }

    @Override
    public void completed(Collection<UUID> people, Instant at) {
        jdbc.sql("update erasure set completed_at = ? where person = any(?)")
                .param(Rows.time(at))
                .param(people.toArray(UUID[]::new))
                .update();
    }

    @Override
    public Page<Erasure> list(Page.Request request) {
        List<Erasure> rows = jdbc.sql(
                        SELECT
                                + "where cast(:after as text) is null or person > cast(:after as uuid) order by person limit :rows")
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresErasures::read)
                .list();
        return Page.of(rows, request, erasure -> erasure.person().toString());
    }

    private static Erasure read(ResultSet row, int number) throws SQLException {
        return new Erasure(
                Rows.id(row, "person"),
                Rows.instant(row, "asked_at"),
                row.getInt("rewritten"),
                Rows.optionalInstant(row, "completed_at"));
    }
}
