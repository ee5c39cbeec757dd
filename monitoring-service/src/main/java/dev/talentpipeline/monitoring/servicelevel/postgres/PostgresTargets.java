package dev.talentpipeline.monitoring.servicelevel.postgres;

import dev.talentpipeline.monitoring.servicelevel.Target;
import dev.talentpipeline.monitoring.servicelevel.TargetChange;
import dev.talentpipeline.monitoring.servicelevel.Targets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each level whose target is not its own, and one more for each change. */
@Component
final class PostgresTargets implements Targets {

    private static final String TARGET =
            "extract(epoch from within)::bigint as within, objective, extract(epoch from measured_over)::bigint as measured_over";

    private final JdbcClient jdbc;

    PostgresTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Target> all() {
        Map<String, Target> all = new HashMap<>();
        jdbc.sql("select level, %s from service_level_target".formatted(TARGET)).query(row -> {
            all.put(row.getString("level"), target(row));
        });
        return all;
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                Duration.ofSeconds(row.getLong("within")),
                row.getBigDecimal("objective"),
                Duration.ofSeconds(row.getLong("measured_over")));
    }

    @Override
    public void lock() {
        jdbc.sql("lock table service_level_target in share row exclusive mode").update();
    }

    @Override
    public void set(TargetChange change) {
        jdbc.sql("""
                        with changed as (
                            insert into service_level_target (level, within, objective, measured_over)
                            values (:level, make_interval(secs => :within), :objective, make_interval(secs => :over))
                            on conflict (level) do update
                                set within = excluded.within, objective = excluded.objective, measured_over = excluded.measured_over)
                        insert into service_level_change (level, within, objective, measured_over, at, by, on_behalf_of)
                        values (:level, make_interval(secs => :within), :objective, make_interval(secs => :over), :at, :by, :onBehalfOf)
                        """)
                .param("level", change.level())
                .param("within", change.target().within().toSeconds())
                .param("objective", change.target().objective())
                .param("over", change.target().over().toSeconds())
                .param("at", Timestamp.from(change.at()))
                .param("by", change.by())
                .param("onBehalfOf", change.onBehalfOf())
                .update();
    }

    @Override
    public List<TargetChange> latest(String level, int limit) {
        return jdbc.sql(
                        "select level, %s, at, by, on_behalf_of from service_level_change where level = :level order by position desc limit :limit"
                                .formatted(TARGET))
                .param("level", level)
                .param("limit", limit)
                .query((row, number) -> new TargetChange(
                        row.getString("level"),
                        target(row),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("on_behalf_of")))
                .list();
    }
}
