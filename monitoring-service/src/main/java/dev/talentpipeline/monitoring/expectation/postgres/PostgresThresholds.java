package dev.talentpipeline.monitoring.expectation.postgres;

import dev.talentpipeline.monitoring.expectation.ThresholdChange;
import dev.talentpipeline.monitoring.expectation.Thresholds;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each rule whose time is not its own, and one more for each change. */
@Component
final class PostgresThresholds implements Thresholds {

    private static final String SECONDS = "extract(epoch from within)::bigint as seconds";

    private final JdbcClient jdbc;

    PostgresThresholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Duration> all() {
        Map<String, Duration> all = new HashMap<>();
        jdbc.sql("select rule, %s from expectation_threshold".formatted(SECONDS))
                .query(row -> {
                    all.put(row.getString("rule"), Duration.ofSeconds(row.getLong("seconds")));
                });
        return all;
    }

    @Override
    public void lock() {
        jdbc.sql("lock table expectation_threshold in share row exclusive mode").update();
    }

    @Override
    public void set(ThresholdChange change) {
        jdbc.sql("""
                        with changed as (
                            insert into expectation_threshold (rule, within) values (:rule, make_interval(secs => :seconds))
                            on conflict (rule) do update set within = excluded.within)
                        insert into expectation_change (rule, within, at, by, on_behalf_of)
                        values (:rule, make_interval(secs => :seconds), :at, :by, :onBehalfOf)
                        """)
                .param("rule", change.rule())
                .param("seconds", change.within().toSeconds())
                .param("at", Timestamp.from(change.at()))
                .param("by", change.by())
                .param("onBehalfOf", change.onBehalfOf())
                .update();
    }

    @Override
    public List<ThresholdChange> latest(String rule, int limit) {
        return jdbc.sql(
                        "select rule, %s, at, by, on_behalf_of from expectation_change where rule = :rule order by position desc limit :limit"
                                .formatted(SECONDS))
                .param("rule", rule)
                .param("limit", limit)
                .query((row, number) -> new ThresholdChange(
                        row.getString("rule"),
                        Duration.ofSeconds(row.getLong("seconds")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("on_behalf_of")))
                .list();
    }
}
