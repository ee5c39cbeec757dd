package dev.talentpipeline.monitoring.journey.postgres;

import dev.talentpipeline.monitoring.journal.Content;
import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.journey.Found;
import dev.talentpipeline.monitoring.journey.Journeys;
import dev.talentpipeline.monitoring.journey.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads journeys along the index of mentions: what a page costs does not grow with the journal. */
@Component
final class PostgresJourneys implements Journeys {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    /** A popular internship or a large import has very many events, and nobody reads all that they are about. */
    private static final int COUNTED = 5_000;

    private static final String NAMING = """
            select entity_kind, entity_id, count(*) as events, min(occurred_at) as first_at, max(occurred_at) as last_at,
                (array_agg(state order by occurred_at desc, entry desc) filter (where state is not null))[1] as state,
                max(payload ->> 'programmeId') as programme
            from (
                select journal.* from journal_mention mention join journal using (entry)
                where mention.id = :id
                order by mention.occurred_at desc, mention.entry desc
                limit :counted) named
            where entity_id is not null
            group by entity_kind, entity_id
            """;

    private final JdbcClient jdbc;

    PostgresJourneys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> naming(String id, @Nullable FoundPlace after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id, "counted", COUNTED, "limit", limit));
        String rest = "";
        if (after != null) {
            rest = "having (max(occurred_at), entity_id) < (:lastAt, :lastId)";
            parameters.put("lastAt", Timestamp.from(after.lastAt()));
            parameters.put("lastId", after.id());
        }
        return jdbc.sql(NAMING + rest + " order by last_at desc, entity_id desc limit :limit")
                .params(parameters)
                .query((row, number) -> new Found(
                        new Entity(EntityKind.valueOf(row.getString("entity_kind")), row.getString("entity_id")),
                        row.getString("programme"),
                        row.getString("state"),
                        row.getInt("events"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }

    @Override
    public List<Step> steps(String id, @Nullable Place after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id, "limit", limit));
        String rest = "";
        if (after != null) {
            rest = "and (mention.occurred_at, mention.entry) > (:occurredAt, :entry)";
            parameters.put("occurredAt", Timestamp.from(after.occurredAt()));
            parameters.put("entry", after.entry());
        }
        List<Step> steps = jdbc.sql("""
                        select journal.* from journal_mention mention join journal using (entry)
                        where mention.id = :id %s
                        order by mention.occurred_at, mention.entry
                        limit :limit
                        """.formatted(rest))
                .params(parameters)
                .query((row, number) -> step(row))
                .list();
        return withCopies(steps);
    }

    private List<Step> withCopies(List<Step> steps) {
        if (steps.isEmpty()) {
            return steps;
        }
        Map<Long, List<Position>> copies = new HashMap<>();
        jdbc.sql("select * from journal_copy where entry = any(:entries) order by recorded_at, \"offset\"")
                .param("entries", steps.stream().map(Step::entry).toArray(Long[]::new))
                .query(row -> {
                    copies.computeIfAbsent(row.getLong("entry"), entry -> new ArrayList<>())
                            .add(position(row));
                });
        return steps.stream()
                .map(step -> new Step(
                        step.entry(),
                        step.position(),
                        step.content(),
                        step.trail(),
                        step.key(),
                        step.recordedAt(),
                        step.schemaId(),
                        step.entity(),
                        step.version(),
                        step.state(),
                        step.payload(),
                        List.copyOf(copies.getOrDefault(step.entry(), List.of())),
                        step.deadLetter()))
                .toList();
    }

    private static Step step(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        String kind = row.getString("entity_kind");
        String deadGroup = row.getString("dead_group");
        return new Step(
                row.getLong("entry"),
                position(row),
                Content.valueOf(row.getString("content")),
                new Entry.Trail(
                        row.getString("event_id"),
                        row.getString("event_type"),
                        row.getString("source"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("trace_id")),
                row.getString("key"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("schema_id", Integer.class),
                kind == null ? null : new Entity(EntityKind.valueOf(kind), row.getString("entity_id")),
                row.getObject("version", Long.class),
                row.getString("state"),
                payload == null ? null : JSON.readValue(payload, PAYLOAD),
                List.of(),
                deadGroup == null
                        ? null
                        : new DeadLetter(
                                deadGroup,
                                Objects.requireNonNullElse(row.getString("dead_cause"), "unknown"),
                                row.getString("dead_reason")));
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getString("topic"), row.getInt("partition"), row.getLong("offset"));
    }
}
