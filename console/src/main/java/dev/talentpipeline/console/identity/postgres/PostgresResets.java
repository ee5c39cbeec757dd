package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.password.Resets;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresResets implements Resets {

    private final JdbcClient jdbc;

    PostgresResets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Reset reset) {
        jdbc.sql("""
                        insert into password_reset (account, link, expires_at) values (:account, :link, :expiresAt)
                        on conflict (account) do update set link = excluded.link, expires_at = excluded.expires_at
                        """)
                .param("account", reset.account())
                .param("link", reset.link())
                .param("expiresAt", Timestamp.from(reset.expiresAt()))
                .update();
    }

    @Override
    public @Nullable Reset find(UUID link) {
        return jdbc.sql("select * from password_reset where link = :link")
                .param("link", link)
                .query((row, index) -> new Reset(
                        row.getObject("link", UUID.class),
                        row.getString("account"),
                        row.getTimestamp("expires_at").toInstant()))
                .optional()
                .orElse(null);
    }

    @Override
    public boolean take(UUID link) {
        return jdbc.sql("delete from password_reset where link = :link")
                        .param("link", link)
                        .update()
                == 1;
    }

    @Override
    public void removeOf(String account) {
        jdbc.sql("delete from password_reset where account = :account")
                .param("account", account)
                .update();
    }
}
