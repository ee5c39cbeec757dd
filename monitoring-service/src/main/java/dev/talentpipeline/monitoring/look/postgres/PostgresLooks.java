package dev.talentpipeline.monitoring.look.postgres;

import dev.talentpipeline.monitoring.look.Look;
import dev.talentpipeline.monitoring.look.Looks;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each. */
@Component
final class PostgresLooks implements Looks {

    private final JdbcClient jdbc;

    PostgresLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(Look look) {
        jdbc.sql("""
                        insert into look (at, by, on_behalf_of, kind, id, events) values (:at, :by, :onBehalfOf, :kind, :id, :events)
                        """)
                .param("at", Timestamp.from(look.at()))
                .param("by", look.by())
                .param("onBehalfOf", look.onBehalfOf())
                .param("kind", look.kind().name())
                .param("id", look.id())
                .param("events", look.events())
                .update();
    }

    @Override
    public List<Look> latest(Sought sought, @Nullable Place after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("limit", limit));
        StringBuilder where = new StringBuilder("true");
        if (sought.account() != null) {
            where.append(" and (by = :account or on_behalf_of = :account)");
            parameters.put("account", sought.account());
        }
        if (sought.kind() != null) {
            where.append(" and kind = :kind");
            parameters.put("kind", sought.kind().name());
        }
        if (sought.id() != null) {
            where.append(" and id = :id");
            parameters.put("id", sought.id());
        }
        if (sought.from() != null) {
            where.append(" and at >= cast(:from as timestamptz)");
            parameters.put("from", Timestamp.from(sought.from()));
        }
        if (sought.until() != null) {
            where.append(" and at < cast(:until as timestamptz)");
            parameters.put("until", Timestamp.from(sought.until()));
        }
        if (after != null) {
            where.append(" and (at, position) < (cast(:at as timestamptz), :position)");
            parameters.put("at", Timestamp.from(after.at()));
            parameters.put("position", after.position());
        }
        return jdbc.sql("select * from look where " + where + " order by at desc, position desc limit :limit")
                .params(parameters)
                .query((row, number) -> new Look(
                        row.getLong("position"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("on_behalf_of"),
                        Look.Kind.valueOf(row.getString("kind")),
                        row.getString("id"),
                        row.getInt("events")))
                .list();
    }

    @Override
    public void forget(Instant before) {
        // The table lets nothing go but by this.
        jdbc.sql("select set_config('talentpipeline.looks_before', :before, true)")
                .param("before", before.toString())
                .query(String.class)
                .single();
        jdbc.sql("delete from look where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
