package dev.talentpipeline.monitoring.lag.postgres;

import dev.talentpipeline.monitoring.lag.Backlog;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what stands in the journal after an offset, along the index of positions. */
@Component
final class PostgresBacklog implements Backlog {

    /** So many are counted; whether it is more matters to nobody. */
    private static final int COUNTED = 50_000;

    private static final String WAITING = """
            select start.topic, start.partition, start."offset", waiting.events, waiting.entities, waiting.oldest_at
            from unnest(:topics, :partitions, :offsets) as start (topic, partition, "offset")
            cross join lateral (
                select count(*) as events, count(distinct entity_id) as entities, min(recorded_at) as oldest_at
                from (
                    select entity_id, recorded_at from journal
                    where journal.topic = start.topic and journal.partition = start.partition
                        and journal."offset" >= start."offset"
                    order by journal."offset"
                    limit :counted) held) waiting
            """;

    private final JdbcClient jdbc;

    PostgresBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Start, Waiting> from(Collection<Start> starts) {
        if (starts.isEmpty()) {
            return Map.of();
        }
        List<Start> ordered = List.copyOf(starts);
        Map<Start, Waiting> waiting = new HashMap<>();
        jdbc.sql(WAITING)
                .param("topics", ordered.stream().map(Start::topic).toArray(String[]::new))
                .param("partitions", ordered.stream().map(Start::partition).toArray(Integer[]::new))
                .param("offsets", ordered.stream().map(Start::offset).toArray(Long[]::new))
                .param("counted", COUNTED)
                .query(row -> {
                    Timestamp oldest = row.getTimestamp("oldest_at");
                    waiting.put(
                            new Start(row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                            new Waiting(
                                    row.getLong("events"),
                                    row.getLong("entities"),
                                    oldest == null ? null : oldest.toInstant()));
                });
        return waiting;
    }
}
