package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.roll.AccessLinks;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresAccessLinks implements AccessLinks {

    private final JdbcClient jdbc;

    PostgresAccessLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AccessLink> find(String hash) {
        return jdbc.sql("select hash, entry, expires_at, opened_at from access_link where hash = ?")
                .param(hash)
                .query((row, number) -> new AccessLink(
                        row.getString("hash"),
                        Rows.id(row, "entry"),
                        Rows.instant(row, "expires_at"),
                        Rows.optionalInstant(row, "opened_at")))
                .optional();
    }

    @Override
    public void add(AccessLink link) {
        jdbc.sql("insert into access_link (hash, entry, expires_at) values (?, ?, ?)")
                .param(link.hash())
                .param(link.entry())
                .param(Rows.time(link.expiresAt()))
                .update();
    }

    @Override
    public boolean open(String hash, Instant now) {
        return jdbc.sql(
                                "update access_link set opened_at = :now where hash = :hash and opened_at is null and expires_at > :now")
                        .param("hash", hash)
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    @Override
    public void forgetExpired(Instant by) {
        jdbc.sql("delete from access_link where expires_at <= ?")
                .param(Rows.time(by))
                .update();
    }
}
