package dev.talentpipeline.monitoring.schema.postgres;

import dev.talentpipeline.monitoring.schema.WrittenSchemas;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts that the journal keeps beside its entries. */
@Component
final class PostgresWrittenSchemas implements WrittenSchemas {

    private final JdbcClient jdbc;

    PostgresWrittenSchemas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Seen> all() {
        return jdbc.sql("select topic, source, schema_id, events, last_at from writer_schema")
                .query((row, number) -> new Seen(
                        row.getString("topic"),
                        row.getString("source"),
                        row.getInt("schema_id"),
                        row.getLong("events"),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }
}
