package dev.talentpipeline.notification.delivery.mail.postgres;

import dev.talentpipeline.notification.delivery.mail.Undelivered;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that do not arrive, along an index of their own that is nearly empty. */
@Component
final class PostgresUndelivered implements Undelivered {

    private final JdbcClient jdbc;

    PostgresUndelivered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> find(Instant releasedBefore, int most) {
        return jdbc.sql("""
                        select mail.notice_id from mails mail join notices using (notice_id)
                        where mail.urgent and not mail.others_told and mail.attempts > 0 and mail.state in ('READY', 'FAILED')
                            and (mail.state = 'FAILED' or notices.released_at < :before)
                        order by mail.place limit :most
                        """)
                .param("before", Timestamp.from(releasedBefore))
                .param("most", most)
                .query((row, number) -> row.getObject("notice_id", UUID.class))
                .list();
    }

    @Override
    public boolean noteTold(UUID notice) {
        return jdbc.sql("update mails set others_told = true where notice_id = :notice and not others_told")
                        .param("notice", notice)
                        .update()
                > 0;
    }
}
