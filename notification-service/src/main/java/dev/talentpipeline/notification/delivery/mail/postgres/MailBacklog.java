package dev.talentpipeline.notification.delivery.mail.postgres;

import dev.talentpipeline.notification.brake.Backlog;
import dev.talentpipeline.notification.brake.Outlet;
import dev.talentpipeline.notification.brake.Waiting;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that are to be sent, those that the server deferred among them. */
@Component
final class MailBacklog implements Backlog {

    private final JdbcClient jdbc;

    MailBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Outlet outlet() {
        return Outlet.EMAIL;
    }

    @Override
    public List<Waiting> waiting() {
        return jdbc.sql("""
                        select notices.kind, mail.urgent, count(*) as waiting, min(coalesce(mail.held_until, notices.released_at)) as oldest
                        from mails mail join notices using (notice_id)
                        where mail.state in ('READY', 'CLAIMED')
                        group by notices.kind, mail.urgent order by waiting desc, notices.kind
                        """)
                .query((row, number) -> new Waiting(
                        row.getString("kind"),
                        row.getBoolean("urgent"),
                        row.getInt("waiting"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }
}
