package dev.talentpipeline.notification.webhook.postgres;

import dev.talentpipeline.notification.brake.Backlog;
import dev.talentpipeline.notification.brake.Outlet;
import dev.talentpipeline.notification.brake.Waiting;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to systems that are to be sent, those that were not taken before among them. None is urgent. */
@Component
final class MessageBacklog implements Backlog {

    private final JdbcClient jdbc;

    MessageBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Outlet outlet() {
        return Outlet.WEBHOOK;
    }

    @Override
    public List<Waiting> waiting() {
        return jdbc.sql("""
                        select type, count(*) as waiting, min(created_at) as oldest from webhook_messages
                        where state = 'PENDING' group by type order by waiting desc, type
                        """)
                .query((row, number) -> new Waiting(
                        row.getString("type"),
                        false,
                        row.getInt("waiting"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }
}
