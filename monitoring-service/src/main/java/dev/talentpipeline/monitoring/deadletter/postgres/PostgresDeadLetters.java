package dev.talentpipeline.monitoring.deadletter.postgres;

import dev.talentpipeline.monitoring.deadletter.Cause;
import dev.talentpipeline.monitoring.deadletter.DeadLetters;
import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Groups the journal's dead letters, which have an index of their own. */
@Component
final class PostgresDeadLetters implements DeadLetters {

    private static final String BY_CAUSE = """
            select topic, dead_group, dead_cause, dead_reason, count(*) as events,
                count(*) filter (where not exists (
                    select from redrive_record sent where sent.entry = journal.entry and sent.state in ('APPLIED', 'DROPPED'))) as open,
                min(recorded_at) as first_at,
                max(recorded_at) as last_at,
                (array_agg(entity_kind order by recorded_at desc) filter (where entity_id is not null))[1:5] as kinds,
                (array_agg(entity_id order by recorded_at desc) filter (where entity_id is not null))[1:5] as ids
            from journal
            where dead_group is not null
            group by topic, dead_group, dead_cause, dead_reason
            order by last_at desc, topic, dead_group, dead_cause, dead_reason
            """;

    private static final String OPEN = """
            select count(*) from journal
            where dead_group = :group and not exists (
                select from redrive_record sent where sent.entry = journal.entry and sent.state in ('APPLIED', 'DROPPED'))
            """;

    private final JdbcClient jdbc;

    PostgresDeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Cause> byCause() {
        return jdbc.sql(BY_CAUSE).query((row, number) -> cause(row)).list();
    }

    @Override
    public long open(String group) {
        return jdbc.sql(OPEN).param("group", group).query(Long.class).single();
    }

    private static Cause cause(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        String group = row.getString("dead_group");
        return new Cause(
                Cause.source(topic, group),
                topic,
                new DeadLetter(group, row.getString("dead_cause"), row.getString("dead_reason")),
                row.getLong("events"),
                row.getLong("open"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                entities(row));
    }

    private static List<Entity> entities(ResultSet row) throws SQLException {
        if (row.getArray("ids") == null) {
            return List.of();
        }
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        String[] ids = (String[]) row.getArray("ids").getArray();
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            entities.add(new Entity(EntityKind.valueOf(kinds[i]), ids[i]));
        }
        return entities.stream().distinct().toList();
    }
}
