package dev.talentpipeline.console.access.postgres;

import dev.talentpipeline.console.access.OpenedLinks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers a link until it has expired; after that its own date refuses it. */
@Component
final class PostgresOpenedLinks implements OpenedLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresOpenedLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean open(String linkId, Instant expiresAt) {
        jdbc.sql("delete from opened_link where expires_at < :now")
                .param("now", Timestamp.from(clock.instant().minusSeconds(300)))
                .update();
        return jdbc.sql("insert into opened_link (id, expires_at) values (:id, :expiresAt) on conflict do nothing")
                        .param("id", linkId)
                        .param("expiresAt", Timestamp.from(expiresAt))
                        .update()
                == 1;
    }
}
