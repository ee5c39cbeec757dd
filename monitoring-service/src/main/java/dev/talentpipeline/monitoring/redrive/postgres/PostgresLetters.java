package dev.talentpipeline.monitoring.redrive.postgres;

import dev.talentpipeline.monitoring.deadletter.Letter;
import dev.talentpipeline.monitoring.deadletter.Letters;
import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.deadletter.Sending;
import dev.talentpipeline.monitoring.deadletter.Standing;
import dev.talentpipeline.monitoring.journal.Content;
import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters of the journal with what became of them when they were sent again. */
@Component
final class PostgresLetters implements Letters {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PostgresLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Letter> of(Selection selection, @Nullable Place after, int limit) {
        LetterFilter filter = LetterFilter.of(selection);
        var query = jdbc.sql("""
                        select letter.*, %s as source_topic, %s as standing, last.state as sending, last.redrive,
                            1 + (select count(*) from journal_copy copy where copy.entry = letter.entry) as times
                        from journal letter %s %s %s
                        order by letter.recorded_at desc, letter.entry desc
                        limit :limit
                        """.formatted(
                        LetterFilter.SOURCE,
                        LetterFilter.STANDING,
                        LetterFilter.BESIDE,
                        filter.sql(),
                        after == null ? "" : "and (letter.recorded_at, letter.entry) < (:afterAt, :afterEntry)"))
                .params(filter.parameters())
                .param("limit", limit);
        if (after != null) {
            query = query.param("afterAt", Timestamp.from(after.deadAt())).param("afterEntry", after.id());
        }
        return query.query((row, number) -> letter(row)).list();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        String kind = row.getString("entity_kind");
        String sending = row.getString("sending");
        return new Letter(
                row.getLong("entry"),
                row.getString("source_topic"),
                new Position(row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                new DeadLetter(row.getString("dead_group"), row.getString("dead_cause"), row.getString("dead_reason")),
                Content.valueOf(row.getString("content")),
                new Entry.Trail(
                        row.getString("event_id"),
                        row.getString("event_type"),
                        row.getString("source"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("trace_id")),
                kind == null ? null : new Entity(EntityKind.valueOf(kind), row.getString("entity_id")),
                row.getObject("version", Long.class),
                row.getString("state"),
                payload == null ? null : JSON.readValue(payload, PAYLOAD),
                row.getTimestamp("recorded_at").toInstant(),
                row.getInt("times"),
                Standing.valueOf(row.getString("standing")),
                sending == null ? null : Sending.valueOf(sending),
                row.getObject("redrive", UUID.class));
    }
}
