package dev.talentpipeline.monitoring.flow.postgres;

import dev.talentpipeline.monitoring.flow.Flow;
import dev.talentpipeline.monitoring.flow.Flow.Delay;
import dev.talentpipeline.monitoring.flow.Writers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writers as the journal has noted them; rates and delays are counted along its index of time. */
@Component
final class PostgresWriters implements Writers {

    private static final String SINCE = """
            select seen.*, recent.events as recent_events, recent.delays, coalesce(recent.unreadable, 0) as unreadable
            from writer seen
            left join (
                select topic, source, count(*) as events, count(*) filter (where content = 'UNREADABLE') as unreadable,
                    percentile_disc(array[0.5, 0.95, 0.99]) within group (
                        order by greatest(0, extract(epoch from recorded_at - occurred_at) * 1000)::bigint) as delays
                from journal
                where recorded_at >= :then and source is not null and dead_group is null
                group by topic, source) recent using (topic, source)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresWriters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Flow.Seen> since(Instant then) {
        double seconds = Math.max(1, Duration.between(then, clock.instant()).toSeconds());
        return jdbc.sql(SINCE)
                .param("then", Timestamp.from(then))
                .query((row, number) -> new Flow.Seen(
                        row.getString("topic"),
                        row.getString("source"),
                        row.getLong("events"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getLong("recent_events") / seconds,
                        delay(row),
                        row.getLong("unreadable")))
                .list();
    }

    private static @Nullable Delay delay(ResultSet row) throws SQLException {
        if (row.getArray("delays") == null) {
            return null;
        }
        Long[] delays = (Long[]) row.getArray("delays").getArray();
        return new Delay(delays[0], delays[1], delays[2]);
    }
}
