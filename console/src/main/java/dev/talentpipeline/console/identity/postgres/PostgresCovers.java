package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.cover.Cover;
import dev.talentpipeline.console.identity.cover.Covers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresCovers implements Covers {

    private final JdbcClient jdbc;

    PostgresCovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Cover find(UUID id) {
        return one("select * from cover where id = :id", id);
    }

    @Override
    public @Nullable Cover lock(UUID id) {
        return one("select * from cover where id = :id for update", id);
    }

    private @Nullable Cover one(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(PostgresCovers::cover)
                .optional()
                .orElse(null);
    }

    @Override
    public void add(Cover cover) {
        jdbc.sql("""
                        insert into cover (id, account, deputy, from_day, until_day, named_by)
                        values (:id, :account, :deputy, :from, :until, :namedBy)
                        """)
                .param("id", cover.id())
                .param("account", cover.account())
                .param("deputy", cover.deputy())
                .param("from", cover.from())
                .param("until", cover.until())
                .param("namedBy", cover.namedBy())
                .update();
    }

    @Override
    public void change(Cover cover) {
        jdbc.sql("update cover set deputy = :deputy, ended_by = :endedBy where id = :id")
                .param("id", cover.id())
                .param("deputy", cover.deputy())
                .param("endedBy", cover.endedBy())
                .update();
    }

    @Override
    public List<Cover> pending(String account, LocalDate today) {
        return jdbc.sql("""
                        select * from cover
                        where (account = :account or deputy = :account) and ended_by is null and until_day >= :today
                        order by from_day, id
                        """)
                .param("account", account)
                .param("today", today)
                .query(PostgresCovers::cover)
                .list();
    }

    private static Cover cover(ResultSet row, int index) throws SQLException {
        return new Cover(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("deputy"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("named_by"),
                row.getString("ended_by"));
    }
}
