package dev.talentpipeline.monitoring.ledger.postgres;

import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.EntityKind;
import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.journal.Meanings;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.ledger.Difference;
import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.Ledger;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import dev.talentpipeline.monitoring.ledger.WriterAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger in its tables: the latest version of each key, who holds what, how far readers were compared, and what differs. */
@Component
final class PostgresLedger implements Ledger {

    /** Beyond it, it does not matter how many. */
    private static final int COUNTED = 10_000;

    private static final String SETTLED =
            "(kind not in ('OFFERS_OF_A_STUDENT', 'SEATS_EXCEEDED') or found_at <= cast(:settled as timestamptz))";

    private final JdbcClient jdbc;
    /** What is changed together is not read together, least of all while the journal gives way: so long it may look broken in between. */
    private final Duration settling;

    private final WrittenVersions versions;
    private final Promises promises;
    private final ReadOutcomes outcomes;
    private final ReaderComparison readers;
    private final WriterComparison writers;

    PostgresLedger(
            JdbcClient jdbc, Meanings meanings, @Value("${talentpipeline.ledger.settling:90s}") Duration settling) {
        this.jdbc = jdbc;
        this.settling = settling;
        versions = new WrittenVersions(jdbc);
        promises = new Promises(jdbc);
        outcomes = new ReadOutcomes(jdbc);
        readers = new ReaderComparison(jdbc, outcomes);
        writers = new WriterComparison(jdbc, meanings);
    }

    @Override
    public void take(List<Followed.Step> steps, Instant now) {
        if (!steps.isEmpty()) {
            versions.take(steps, now);
            promises.take(steps, now);
        }
        versions.takeCopies(now);
    }

    @Override
    public void compare(ReaderAccount account, Instant now) {
        readers.compare(account, now);
    }

    @Override
    public void compare(WriterAccount account, Instant now) {
        writers.compare(account, now);
    }

    @Override
    public Map<Position, SortedMap<String, Became>> outcomes(List<Position> places) {
        return outcomes.of(places);
    }

    @Override
    public void forget(Instant before) {
        outcomes.forget(before);
    }

    @Override
    public List<Compared> readers() {
        return jdbc.sql("select * from ledger_reader order by reader, topic, partition")
                .query((row, number) -> new Compared(
                        row.getString("reader"),
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("compared"),
                        new ReaderAccount.Counts(
                                row.getLong("records"),
                                row.getLong("applied"),
                                row.getLong("duplicate"),
                                row.getLong("dead"))))
                .list();
    }

    @Override
    public Map<Kind, Long> counts(Instant now) {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        jdbc.sql("""
            select kind, count(*) as differences
            from (select kind from ledger_difference where %s limit :counted) difference
            group by kind
            """.formatted(SETTLED))
                .param("settled", Timestamp.from(now.minus(settling)))
                .param("counted", COUNTED)
                .query(row -> {
                    counts.put(Kind.valueOf(row.getString("kind")), row.getLong("differences"));
                });
        return counts;
    }

    @Override
    public List<Difference> differences(@Nullable Kind kind, Instant now, @Nullable Place after, int limit) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("settled", Timestamp.from(now.minus(settling)), "limit", limit));
        StringBuilder where = new StringBuilder(SETTLED);
        if (kind != null) {
            where.append(" and kind = :kind");
            parameters.put("kind", kind.name());
        }
        if (after != null) {
            where.append(" and (found_at, id) < (cast(:foundAt as timestamptz), :id)");
            parameters.put("foundAt", Timestamp.from(after.foundAt()));
            parameters.put("id", after.id());
        }
        return jdbc.sql("select * from ledger_difference where " + where
                        + " order by found_at desc, id desc limit :limit")
                .params(parameters)
                .query((row, number) -> difference(row))
                .list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        String entity = row.getString("entity_id");
        return new Difference(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reader"),
                row.getString("topic"),
                row.getObject("partition", Integer.class),
                row.getObject("offset", Long.class),
                row.getString("key"),
                row.getObject("version", Long.class),
                row.getString("event_id"),
                entity == null ? null : new Entity(EntityKind.valueOf(row.getString("entity_kind")), entity),
                row.getString("programme_id"),
                row.getTimestamp("found_at").toInstant());
    }
}
