package dev.talentpipeline.monitoring.journal.postgres;

import dev.talentpipeline.monitoring.journal.DeadLetter;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.Journal;
import dev.talentpipeline.monitoring.journal.Partition;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The journal in its tables. A batch is sent as one JSON array, so that it costs few statements however long it is. */
@Component
final class PostgresJournal implements Journal {

    /** Of its own, so that no setting made for HTTP changes what is stored. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Which topics describe a person, so that what they say goes when the person does. */
    private static final Set<String> ABOUT_PEOPLE = Set.of("student-profiles", "contacts", "erasures");

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private static final String ROWS = """
            json_to_recordset(cast(:batch as json)) as given (
                topic text, partition integer, "offset" bigint, content text, event_id text, event_type text, source text, key text,
                version bigint, occurred_at timestamptz, recorded_at timestamptz, correlation_id text, causation_id text,
                trace_id text, schema_id integer, entity_kind text, entity_id text, person_id text, state text, payload jsonb,
                dead_group text, dead_cause text, dead_reason text, mentions json, told_again boolean)
            """;

    private static final String KEEP = """
            with given as materialized (select * from %s),
            kept as (
                insert into journal (topic, partition, "offset", content, event_id, event_type, source, key, version, occurred_at,
                    recorded_at, correlation_id, causation_id, trace_id, schema_id, entity_kind, entity_id, person_id, state, payload,
                    dead_group, dead_cause, dead_reason)
                select topic, partition, "offset", content, event_id, event_type, source, key, version, occurred_at,
                    recorded_at, correlation_id, causation_id, trace_id, schema_id, entity_kind, entity_id, person_id, state, payload,
                    dead_group, dead_cause, dead_reason
                from given
                order by recorded_at
                on conflict do nothing
                returning entry, topic, partition, "offset", occurred_at, recorded_at, source, schema_id, dead_group),
            mentioned as (
                insert into journal_mention (id, occurred_at, entry)
                select mention.id, kept.occurred_at, kept.entry
                from kept
                join given using (topic, partition, "offset")
                cross join lateral json_array_elements_text(given.mentions) as mention (id)),
            writing as (
                insert into writer as seen (topic, source, events, first_at, last_at)
                select topic, source, count(*), min(recorded_at), max(recorded_at) from kept where source is not null
                group by topic, source
                order by topic, source
                on conflict (topic, source) do update
                    set events = seen.events + excluded.events,
                        first_at = least(seen.first_at, excluded.first_at),
                        last_at = greatest(seen.last_at, excluded.last_at)),
            writing_by as (
                insert into writer_schema as seen (topic, source, schema_id, events, last_at)
                select topic, source, schema_id, count(*), max(recorded_at) from kept
                where source is not null and schema_id is not null and dead_group is null
                group by topic, source, schema_id
                order by topic, source, schema_id
                on conflict (topic, source, schema_id) do update
                    set events = seen.events + excluded.events, last_at = greatest(seen.last_at, excluded.last_at))
            select count(*) from kept
            """.formatted(ROWS);

    private static final String NOTE_COPIES = """
            insert into journal_copy (topic, partition, "offset", entry, recorded_at, told_again)
            select given.topic, given.partition, given."offset", held.entry, given.recorded_at, given.told_again
            from %s
            join journal held on held.topic = given.topic and held.event_id = given.event_id
            where (held.partition, held."offset") <> (given.partition, given."offset")
            on conflict do nothing
            """.formatted(ROWS);

    private static final String FORGET_ERASED = """
            update journal said set payload = null
            from journal erasure
            where erasure.topic = 'erasures' and erasure.person_id = any(:people)
                and said.topic in ('student-profiles', 'contacts') and said.person_id = erasure.person_id
                and said.payload is not null
            """;

    private static final String ENDS = """
            select asked.topic, asked.partition, held.last
            from unnest(:topics, :partitions) as asked (topic, partition)
            cross join lateral (
                select max("offset") as last from journal
                where journal.topic = asked.topic and journal.partition = asked.partition) held
            where held.last is not null
            """;

    private static final String FORGET = """
            with old as (
                delete from journal where entry in (
                    select entry from journal where recorded_at < :before order by recorded_at limit :limit)
                returning entry),
            bounds as (select min(entry) as first, max(entry) as last from old),
            unmentioned as (
                delete from journal_mention using bounds
                where journal_mention.entry between bounds.first and bounds.last
                    and journal_mention.entry in (select entry from old))
            select count(*) from old
            """;

    private final JdbcClient jdbc;

    PostgresJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int keep(List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        String batch = JSON.writeValueAsString(
                entries.stream().map(PostgresJournal::row).toList());
        int kept = jdbc.sql(KEEP).param("batch", batch).query(Integer.class).single();
        if (kept < entries.size()) {
            jdbc.sql(NOTE_COPIES).param("batch", batch).update();
        }
        String[] people = entries.stream()
                .filter(entry -> ABOUT_PEOPLE.contains(entry.position().topic()))
                .map(Entry::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        if (people.length > 0) {
            jdbc.sql(FORGET_ERASED).param("people", people).update();
        }
        return kept;
    }

    @Override
    public Map<Partition, Long> ends(Collection<Partition> partitions) {
        List<Partition> ordered = List.copyOf(partitions);
        Map<Partition, Long> ends = new HashMap<>();
        jdbc.sql(ENDS)
                .param("topics", ordered.stream().map(Partition::topic).toArray(String[]::new))
                .param("partitions", ordered.stream().map(Partition::number).toArray(Integer[]::new))
                .query(row -> {
                    ends.put(new Partition(row.getString("topic"), row.getInt("partition")), row.getLong("last"));
                });
        return ends;
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from journal)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql(FORGET)
                .param("before", Timestamp.from(before))
                .param("limit", FORGOTTEN_AT_ONCE)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> row(Entry entry) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("topic", entry.position().topic());
        row.put("partition", entry.position().partition());
        row.put("offset", entry.position().offset());
        row.put("content", entry.content().name());
        Entry.Trail trail = entry.trail();
        row.put("event_id", trail.eventId());
        row.put("event_type", trail.type());
        row.put("source", trail.source());
        row.put("occurred_at", trail.occurredAt().toString());
        row.put("correlation_id", trail.correlationId());
        row.put("causation_id", trail.causationId());
        row.put("trace_id", trail.traceId());
        row.put("key", entry.key());
        row.put("version", entry.version());
        row.put("recorded_at", entry.recordedAt().toString());
        row.put("schema_id", entry.schemaId());
        Entity entity = entry.entity();
        if (entity != null) {
            row.put("entity_kind", entity.kind().name());
            row.put("entity_id", entity.id());
        }
        row.put("person_id", entry.personId());
        row.put("state", entry.state());
        row.put("payload", entry.payload());
        DeadLetter dead = entry.deadLetter();
        if (dead != null) {
            row.put("dead_group", dead.group());
            row.put("dead_cause", dead.cause());
            row.put("dead_reason", dead.reason());
        }
        row.put("mentions", entry.mentions());
        row.put("told_again", entry.toldAgain());
        return row;
    }
}
