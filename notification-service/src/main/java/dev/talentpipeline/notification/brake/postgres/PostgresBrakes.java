package dev.talentpipeline.notification.brake.postgres;

import dev.talentpipeline.notification.brake.Brake;
import dev.talentpipeline.notification.brake.BrakeChange;
import dev.talentpipeline.notification.brake.Brakes;
import dev.talentpipeline.notification.brake.Outlet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row an outlet, and one more for each change. The claims of mails and of webhooks ask {@code brake_lets} by themselves. */
@Component
final class PostgresBrakes implements Brakes {

    private final JdbcClient jdbc;

    PostgresBrakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SetBrake> all() {
        return jdbc.sql("select * from brakes order by outlet")
                .query((row, number) -> set(row))
                .list();
    }

    @Override
    public SetBrake lock(Outlet outlet) {
        return jdbc.sql("select * from brakes where outlet = :outlet for no key update")
                .param("outlet", outlet.name())
                .query((row, number) -> set(row))
                .single();
    }

    @Override
    public void set(BrakeChange change) {
        Brake brake = change.brake();
        jdbc.sql("""
                        with changed as (
                            update brakes set paused = :paused, per_minute = :perMinute, next_at = '-infinity', version = version + 1
                            where outlet = :outlet)
                        insert into brake_changes (outlet, paused, per_minute, at, by, on_behalf_of)
                        values (:outlet, :paused, :perMinute, :at, :by, :onBehalfOf)
                        """)
                .param("outlet", brake.outlet().name())
                .param("paused", brake.paused())
                .param("perMinute", brake.perMinute())
                .param("at", Timestamp.from(change.at()))
                .param("by", change.by())
                .param("onBehalfOf", change.onBehalfOf())
                .update();
    }

    @Override
    public List<BrakeChange> latest(Outlet outlet, int limit) {
        return jdbc.sql("select * from brake_changes where outlet = :outlet order by position desc limit :limit")
                .param("outlet", outlet.name())
                .param("limit", limit)
                .query((row, number) -> new BrakeChange(
                        brake(row),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("on_behalf_of")))
                .list();
    }

    private static SetBrake set(ResultSet row) throws SQLException {
        return new SetBrake(brake(row), row.getLong("version"));
    }

    private static Brake brake(ResultSet row) throws SQLException {
        return new Brake(
                Outlet.valueOf(row.getString("outlet")),
                row.getBoolean("paused"),
                row.getObject("per_minute", Integer.class));
    }
}
