package dev.talentpipeline.monitoring.expectation.postgres;

import dev.talentpipeline.monitoring.expectation.Expectations;
import dev.talentpipeline.monitoring.expectation.Open;
import dev.talentpipeline.monitoring.expectation.Rule;
import dev.talentpipeline.monitoring.expectation.Rules;
import dev.talentpipeline.monitoring.expectation.Standing;
import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each thing that waits, which goes when what was expected happens. */
@Component
final class PostgresExpectations implements Expectations {

    /** Whether more than so many wait matters to nobody. */
    private static final int COUNTED = 10_000;

    private static final Map<String, RuleStatements> STATEMENTS =
            Rules.ALL.stream().collect(Collectors.toUnmodifiableMap(Rule::name, RuleStatements::of));

    private static final String STAND = """
            insert into programme_standing as held (programme_id, version, state, mode, opens_at, closes_at, clearing_interval, changed_at)
            select distinct on (entity_id) entity_id, version, state, coalesce(payload ->> 'mode', 'UNKNOWN'),
                (payload ->> 'opensAt')::timestamptz, (payload ->> 'closesAt')::timestamptz,
                make_interval(secs => coalesce((payload ->> 'clearingIntervalMs')::double precision, 0) / 1000), occurred_at
            from journal
            where entry = any(:entries) and topic = 'programmes' and content = 'EVENT'
                and entity_id is not null and version is not null and state is not null
            order by entity_id, version desc
            on conflict (programme_id) do update
                set version = excluded.version, state = excluded.state, mode = excluded.mode, opens_at = excluded.opens_at,
                    closes_at = excluded.closes_at, clearing_interval = excluded.clearing_interval, changed_at = excluded.changed_at
                where held.version < excluded.version
            """;

    private static final String READ = """
            delete from expected open using unnest(:topics, :partitions, :offsets) as reach (topic, partition, "offset")
            where open.rule = :rule and open.topic = reach.topic and open.partition = reach.partition and open."offset" < reach."offset"
            """;

    private final JdbcClient jdbc;

    PostgresExpectations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void take(List<Followed.Step> steps, List<Rule> rules) {
        Map<String, List<Long>> entries = steps.stream()
                .collect(Collectors.groupingBy(
                        Followed.Step::topic, Collectors.mapping(Followed.Step::entry, Collectors.toList())));
        List<Long> programmes = entries.get("programmes");
        if (programmes != null) {
            jdbc.sql(STAND).param("entries", programmes.toArray(Long[]::new)).update();
        }
        for (Rule rule : rules) {
            RuleStatements statements = Objects.requireNonNull(STATEMENTS.get(rule.name()), rule.name());
            statements.end().forEach(end -> run(end, rule, entries));
            run(statements.begin(), rule, entries);
        }
    }

    private void run(RuleStatements.Statement statement, Rule rule, Map<String, List<Long>> entries) {
        List<Long> news = entries.get(statement.topic());
        if (news != null) {
            jdbc.sql(statement.sql())
                    .param("rule", rule.name())
                    .param("entries", news.toArray(Long[]::new))
                    .update();
        }
    }

    @Override
    public void read(Rule rule, Collection<Reach> reaches) {
        List<Reach> known =
                reaches.stream().filter(reach -> reach.committed() != null).toList();
        if (known.isEmpty()) {
            return;
        }
        jdbc.sql(READ)
                .param("rule", rule.name())
                .param("topics", array(known, Reach::topic, String[]::new))
                .param("partitions", array(known, Reach::partition, Integer[]::new))
                .param("offsets", array(known, reach -> Objects.requireNonNull(reach.committed()), Long[]::new))
                .update();
    }

    private static <T> T[] array(List<Reach> reaches, Function<Reach, T> part, IntFunction<T[]> made) {
        return reaches.stream().map(part).toArray(made);
    }

    @Override
    public Standing.Counts counts(Rule rule, Duration within, Instant now) {
        Map<String, Object> parameters = parameters(rule, within, now, COUNTED);
        long open = jdbc.sql("select count(*) from " + RuleStatements.source(rule, false, ""))
                .params(parameters)
                .query(Long.class)
                .single();
        if (open == 0) {
            return new Standing.Counts(0, 0, null);
        }
        return jdbc.sql("select count(*) as overdue, min(open.due_from) as oldest_at from "
                        + RuleStatements.source(rule, true, ""))
                .params(parameters)
                .query((row, number) -> {
                    Timestamp oldest = row.getTimestamp("oldest_at");
                    return new Standing.Counts(
                            open,
                            Math.min(COUNTED, row.getLong("overdue")),
                            oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    @Override
    public List<Open> open(
            Rule rule, Duration within, Instant now, boolean overdueOnly, @Nullable Place after, int limit) {
        Map<String, Object> parameters = parameters(rule, within, now, limit);
        String rest = "";
        if (after != null) {
            rest = "and (expected.due_from, expected.entity_id) > (cast(:dueFrom as timestamptz), :entity)";
            parameters.put("dueFrom", Timestamp.from(after.dueFrom()));
            parameters.put("entity", after.entity());
        }
        return jdbc.sql("select open.* from " + RuleStatements.source(rule, overdueOnly, rest)
                        + " order by open.due_from, open.entity_id limit :limit")
                .params(parameters)
                .query((row, number) -> open(row))
                .list();
    }

    private static Map<String, Object> parameters(Rule rule, Duration within, Instant now, int limit) {
        return new HashMap<>(Map.of(
                "rule",
                rule.name(),
                "before",
                Timestamp.from(now.minus(within)),
                "now",
                Timestamp.from(now),
                "limit",
                limit));
    }

    private static Open open(ResultSet row) throws SQLException {
        String programme = row.getString("programme_id");
        return new Open(
                new Entity(EntityKind.valueOf(row.getString("entity_kind")), row.getString("entity_id")),
                programme.isEmpty() ? null : programme,
                new Position(row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                row.getObject("version", Long.class),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("due_from").toInstant());
    }
}
