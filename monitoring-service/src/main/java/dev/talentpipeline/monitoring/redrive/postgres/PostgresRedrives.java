package dev.talentpipeline.monitoring.redrive.postgres;

import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.deadletter.Sending;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.lag.ReaderGroups;
import dev.talentpipeline.monitoring.redrive.Candidate;
import dev.talentpipeline.monitoring.redrive.Redrive;
import dev.talentpipeline.monitoring.redrive.Redrives;
import dev.talentpipeline.schemas.SentAgain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is sent again, in its tables. */
@Component
final class PostgresRedrives implements Redrives {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BEGINNING = 20_261_130;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SECONDS_A_MINUTE = 60;

    private static final String SHOWN = """
            select redrive.*, (
                select coalesce(json_object_agg(state, events), '{}'::json)
                from (select state, count(*) as events from redrive_record where redrive = redrive.id group by state) as each) as states
            from redrive
            """;

    private final JdbcClient jdbc;

    PostgresRedrives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Candidate> candidates(Selection selection, Collection<ReaderGroups.Group> readers, int limit) {
        LetterFilter filter = LetterFilter.of(selection);
        List<String> groups = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        List<Integer> partitions = new ArrayList<>();
        List<Long> committed = new ArrayList<>();
        for (ReaderGroups.Group reader : readers) {
            for (ReaderGroups.Reach reach : reader.reaches()) {
                Long read = reach.committed();
                if (read != null) {
                    groups.add(reader.id());
                    topics.add(reach.topic());
                    partitions.add(reach.partition());
                    committed.add(read);
                }
            }
        }
        return jdbc.sql(CandidateQuery.over(filter, !selection.ids().isEmpty()))
                .params(filter.parameters())
                .param("readers", groups.toArray(String[]::new))
                .param("topics", topics.toArray(String[]::new))
                .param("partitions", partitions.toArray(Integer[]::new))
                .param("committed", committed.toArray(Long[]::new))
                .param("limit", limit)
                .query((row, number) -> new Candidate(
                        row.getLong("entry"),
                        row.getString("source_topic"),
                        row.getString("dead_group"),
                        row.getBoolean("readable"),
                        row.getBoolean("erased"),
                        row.getBoolean("quarantined"),
                        row.getBoolean("in_hand"),
                        row.getBoolean("passed")))
                .list();
    }

    @Override
    public void alone() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(BEGINNING).query().listOfRows();
    }

    @Override
    public void begin(Order order, List<Long> letters, Instant now) {
        jdbc.sql("""
                        insert into redrive (id, created_at, asked_by, on_behalf_of, why, selection, fingerprint, per_minute, events, due_at)
                        values (:id, :now, :by, :onBehalfOf, :why, cast(:selection as jsonb), :fingerprint, :perMinute, :events, :now)
                        """)
                .param("id", order.id())
                .param("now", Timestamp.from(now))
                .param("by", order.actor().by())
                .param("onBehalfOf", order.actor().onBehalfOf())
                .param("why", order.why())
                .param("selection", JSON.writeValueAsString(order.selection()))
                .param("fingerprint", order.fingerprint())
                .param("perMinute", order.perMinute())
                .param("events", letters.size())
                .update();
        jdbc.sql("""
                        insert into redrive_record (redrive, entry, state)
                        select :redrive, entry, 'QUEUED' from unnest(:letters) with ordinality as letter (entry, place) order by place
                        """)
                .param("redrive", order.id())
                .param("letters", letters.toArray(Long[]::new))
                .update();
    }

    @Override
    public Optional<Redrive> find(UUID id) {
        return jdbc.sql(SHOWN + " where redrive.id = ?")
                .param(id)
                .query((row, number) -> redrive(row))
                .optional();
    }

    @Override
    public Optional<String> fingerprint(UUID id) {
        return jdbc.sql("select fingerprint from redrive where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Redrive> all(@Nullable Place after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("limit", limit));
        String rest = "";
        if (after != null) {
            rest = "where (redrive.created_at, redrive.id) < (:createdAt, :id)";
            parameters.put("createdAt", Timestamp.from(after.createdAt()));
            parameters.put("id", after.id());
        }
        return jdbc.sql(SHOWN + rest + " order by redrive.created_at desc, redrive.id desc limit :limit")
                .params(parameters)
                .query((row, number) -> redrive(row))
                .list();
    }

    @Override
    public void stop(UUID id, Actor actor, Instant lost, Instant now) {
        jdbc.sql("update redrive set stopped_at = :now, stopped_by = :by where id = :id and stopped_at is null")
                .param("now", Timestamp.from(now))
                .param("by", actor.by())
                .param("id", id)
                .update();
        jdbc.sql("""
                        update redrive_record set state = case state when 'QUEUED' then 'STOPPED' else 'UNANSWERED' end
                        where redrive = :id and (state = 'QUEUED' or (state = 'SENT' and sent_at < :lost))
                        """).param("id", id).param("lost", Timestamp.from(lost)).update();
    }

    @Override
    public List<Queued> next(Instant now) {
        UUID due = jdbc.sql("""
                        select id from redrive
                        where stopped_at is null and due_at <= :now
                            and exists (select from redrive_record waiting where waiting.redrive = redrive.id and waiting.state = 'QUEUED')
                        order by due_at
                        limit 1
                        for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (due == null) {
            return List.of();
        }
        int perMinute = jdbc.sql("select per_minute from redrive where id = ?")
                .param(due)
                .query(Integer.class)
                .single();
        List<Queued> queued = queued(due, Math.max(1, perMinute / SECONDS_A_MINUTE));
        jdbc.sql("update redrive set due_at = :due where id = :id")
                .param(
                        "due",
                        Timestamp.from(
                                now.plus(MINUTE.multipliedBy(queued.size()).dividedBy(perMinute))))
                .param("id", due)
                .update();
        return queued;
    }

    private List<Queued> queued(UUID redrive, int most) {
        Map<Long, Queued> queued = new LinkedHashMap<>();
        jdbc.sql("""
                        with next as (
                            select id, entry from redrive_record where redrive = :redrive and state = 'QUEUED' order by id limit :most)
                        select next.id, next.entry, %s as source_topic, letter.dead_group, place.topic, place.partition, place."offset"
                        from next
                        join journal letter on letter.entry = next.entry
                        cross join lateral (
                            select letter.topic, letter.partition, letter."offset"
                            union all
                            select copy.topic, copy.partition, copy."offset" from journal_copy copy where copy.entry = letter.entry) place
                        order by next.id, place."offset" desc
                        """.formatted(LetterFilter.SOURCE))
                .param("redrive", redrive)
                .param("most", most)
                .query(row -> {
                    long record = row.getLong("id");
                    Queued known = queued.get(record);
                    List<Position> places = new ArrayList<>(known == null ? List.of() : known.places());
                    places.add(new Position(row.getString("topic"), row.getInt("partition"), row.getLong("offset")));
                    queued.put(
                            record,
                            new Queued(
                                    record,
                                    row.getLong("entry"),
                                    row.getString("source_topic"),
                                    row.getString("dead_group"),
                                    places));
                });
        return List.copyOf(queued.values());
    }

    @Override
    public void sent(Collection<Long> records, Instant now) {
        // What was answered before it is noted as sent stays answered.
        jdbc.sql(
                        "update redrive_record set state = 'SENT', sent_at = :now where id = any(:records) and state = 'QUEUED'")
                .param("now", Timestamp.from(now))
                .param("records", records.toArray(Long[]::new))
                .update();
    }

    @Override
    public void refused(long record, String reason, Instant now) {
        jdbc.sql("""
                        update redrive_record set state = 'REFUSED', refusal = :reason, answered_at = :now
                        where id = :record and state = 'QUEUED'
                        """)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .param("record", record)
                .update();
    }

    @Override
    public void answered(SentAgain.Answer answer, int mostRepeats, Instant now) {
        Optional<Long> letter = jdbc.sql("""
                        update redrive_record set state = :state, answered_at = :now, sent_at = coalesce(sent_at, :now)
                        where id::text = :record and state in ('QUEUED', 'SENT', 'UNANSWERED')
                        returning entry
                        """)
                .param("state", state(answer.outcome()).name())
                .param("now", Timestamp.from(now))
                .param("record", answer.record())
                .query(Long.class)
                .optional();
        if (letter.isPresent() && answer.outcome() == SentAgain.Outcome.DEAD) {
            jdbc.sql("""
                            insert into quarantine (entry, since)
                            select :letter, :now
                            where (
                                select count(*) from redrive_record
                                where entry = :letter and state = 'DEAD_AGAIN' and answered_at > coalesce((
                                    select max(released_at) from quarantine_release where entry = :letter), '-infinity')) >= :most
                            on conflict do nothing
                            """)
                    .param("letter", letter.get())
                    .param("now", Timestamp.from(now))
                    .param("most", mostRepeats)
                    .update();
        }
    }

    private static Sending state(SentAgain.Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> Sending.APPLIED;
            case DROPPED -> Sending.DROPPED;
            case DEAD -> Sending.DEAD_AGAIN;
        };
    }

    @Override
    public boolean release(long letter, Actor actor, String why, Instant now) {
        if (jdbc.sql("delete from quarantine where entry = ?").param(letter).update() == 0) {
            return false;
        }
        jdbc.sql("""
                        insert into quarantine_release (entry, released_at, released_by, on_behalf_of, why)
                        values (:letter, :now, :by, :onBehalfOf, :why)
                        """)
                .param("letter", letter)
                .param("now", Timestamp.from(now))
                .param("by", actor.by())
                .param("onBehalfOf", actor.onBehalfOf())
                .param("why", why)
                .update();
        return true;
    }

    private static Redrive redrive(ResultSet row) throws SQLException {
        Map<Sending, Integer> states = new EnumMap<>(Sending.class);
        JSON.readTree(row.getString("states"))
                .properties()
                .forEach(each -> states.put(
                        Sending.valueOf(each.getKey()), each.getValue().asInt()));
        Timestamp stoppedAt = row.getTimestamp("stopped_at");
        return new Redrive(
                row.getObject("id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getString("asked_by"),
                row.getString("on_behalf_of"),
                row.getString("why"),
                JSON.readValue(row.getString("selection"), Selection.class),
                row.getInt("per_minute"),
                row.getInt("events"),
                states,
                stoppedAt == null ? null : stoppedAt.toInstant(),
                row.getString("stopped_by"));
    }
}
