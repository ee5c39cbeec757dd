package dev.talentpipeline.monitoring.ledger.postgres;

import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import dev.talentpipeline.monitoring.ledger.ReaderAccount.Counts;
import dev.talentpipeline.schemas.Topics;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets what a reader says of a partition against the records that stand there, from where it was compared last. What became of each of the latest is listed by the reader; of
 * what it does not list any more, the counts have to do.
 */
final class ReaderComparison {

    /** Of these "applied" says that they were looked at, so it is no news that it was said twice. */
    private static final Set<String> LOOKED_AT = Set.of(Topics.NOTICES.name(), Topics.ERASURES.name());

    /** More than that is named by its first. */
    private static final int NAMED = 200;

    private static final String HELD = """
        select "offset" from journal where topic = :topic and partition = :partition and "offset" >= :from and "offset" < :to
        union all
        select "offset" from journal_copy where topic = :topic and partition = :partition and "offset" >= :from and "offset" < :to
        order by "offset"
        """;

    /** What nobody may apply, since it is no news. To erase what is erased already is no harm, and is asked for again. */
    private static final String OLD = """
        select copy."offset" from journal_copy copy join journal first using (entry)
        where copy.topic = :topic and copy.partition = :partition and copy."offset" = any(:applied) and first.content <> 'TOMBSTONE'
        union
        select "offset" from ledger_difference
        where kind in ('VERSION_TWICE', 'VERSION_BACK') and topic = :topic and partition = :partition and "offset" = any(:applied)
        """;

    private static final String NAME = """
        insert into ledger_difference
            (kind, reader, topic, partition, "offset", key, version, event_id, entity_kind, entity_id, programme_id, found_at)
        select :kind, :reader, :topic, :partition, place."offset", event.key, event.version, event.event_id, event.entity_kind, event.entity_id,
            split_part(event.key, '/', 1), :now
        from unnest(:offsets) as place ("offset")
        left join lateral (
            select * from journal where topic = :topic and partition = :partition and journal."offset" = place."offset"
            union all
            select journal.* from journal_copy copy join journal using (entry)
            where copy.topic = :topic and copy.partition = :partition and copy."offset" = place."offset"
            limit 1) event on true
        on conflict do nothing
        """;

    private static final String READ_AFTER_ALL = """
        delete from ledger_difference
        where kind = 'READER_SKIPPED' and reader = :reader and topic = :topic and partition = :partition and "offset" = any(:read)
        returning "offset"
        """;

    private static final String KEEP = """
        insert into ledger_reader (reader, topic, partition, begun, compared, records, applied, duplicate, dead)
        values (:reader, :topic, :partition, :begun, :compared, :records, :applied, :duplicate, :dead)
        on conflict (reader, topic, partition) do update
            set begun = excluded.begun, compared = excluded.compared, records = excluded.records, applied = excluded.applied, duplicate = excluded.duplicate,
                dead = excluded.dead
        """;

    private final JdbcClient jdbc;
    private final ReadOutcomes outcomes;

    ReaderComparison(JdbcClient jdbc, ReadOutcomes outcomes) {
        this.jdbc = jdbc;
        this.outcomes = outcomes;
    }

    private record Before(long begun, long compared, long records) {}

    void compare(ReaderAccount account, Instant now) {
        Optional<Before> known = before(account);
        if (known.isEmpty()) {
            // What came before somebody compared is not known to have been accounted for.
            keep(account, account.committed());
            outcomes.note(account, 0, new TreeSet<>(), now);
            return;
        }
        Before before = known.get();
        if (account.from() == before.begun()
                && account.committed() <= before.compared()
                && account.counts().records() <= before.records()) {
            // Nothing new; or it waited here while another instance compared a later one.
            return;
        }
        boolean anew = account.from() != before.begun()
                || account.counts().records() < before.records()
                // It has read more, and has not come further.
                || (account.committed() <= before.compared() && account.counts().records() != before.records());
        Set<Long> again = anew ? readAgain(account, before, now) : Set.of();
        if (account.committed() > before.compared()) {
            compareFrom(account, before, anew, now);
        }
        if (account.committed() > before.compared() || !again.isEmpty() || anew) {
            keep(account, Math.max(account.committed(), before.compared()));
        }
    }

    /** The account began anew before what was compared: somebody set the reader back. What had been applied must not be so again. */
    private Set<Long> readAgain(ReaderAccount account, Before before, Instant now) {
        Set<Long> read = offsets(account, each -> each.offset() < before.compared());
        if (read.isEmpty()) {
            return read;
        }
        Set<Long> skipped = new HashSet<>(jdbc.sql(READ_AFTER_ALL)
                .param("reader", account.reader())
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("read", read.toArray(Long[]::new))
                .query((row, number) -> row.getLong("offset"))
                .list());
        outcomes.noteAfterAll(account, skipped, now);
        if (!LOOKED_AT.contains(account.topic())) {
            Set<Long> applied = offsets(account, each -> each.applied() && each.offset() < before.compared());
            applied.removeAll(skipped);
            name(Kind.READER_APPLIED_TWICE, account, applied, now);
        }
        return read;
    }

    private void compareFrom(ReaderAccount account, Before before, boolean anew, Instant now) {
        Set<Long> listed = offsets(account, each -> each.offset() >= before.compared());
        List<Long> held = jdbc.sql(HELD)
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("from", before.compared())
                .param("to", account.committed())
                .query((row, number) -> row.getLong("offset"))
                .list();
        long firstListed = account.tail().isEmpty()
                ? account.committed()
                : account.tail().getFirst().offset();
        // Before it began to keep account, nobody has read; before what it lists, it only counts.
        TreeSet<Long> missing = held.stream()
                .filter(offset -> !listed.contains(offset))
                .filter(offset -> offset < account.from() || offset >= firstListed)
                .limit(NAMED)
                .collect(Collectors.toCollection(TreeSet::new));
        name(Kind.READER_SKIPPED, account, missing, now);
        outcomes.note(account, before.compared(), missing, now);
        if (!anew) {
            long counted = account.counts().records() - before.records();
            long expected = (long) held.size() - missing.size();
            if (counted != expected) {
                name(Kind.READER_MISCOUNTED, account, Set.of(before.compared()), now);
            }
        }
        if (!LOOKED_AT.contains(account.topic())) {
            Set<Long> applied = offsets(account, each -> each.applied() && each.offset() >= before.compared());
            name(Kind.READER_APPLIED_TWICE, account, old(account, applied), now);
        }
    }

    private static Set<Long> offsets(ReaderAccount account, Predicate<ReaderAccount.Read> which) {
        return account.tail().stream()
                .filter(which)
                .map(ReaderAccount.Read::offset)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Long> old(ReaderAccount account, Set<Long> applied) {
        return applied.isEmpty()
                ? List.of()
                : jdbc.sql(OLD)
                        .param("topic", account.topic())
                        .param("partition", account.partition())
                        .param("applied", applied.toArray(Long[]::new))
                        .query((row, number) -> row.getLong("offset"))
                        .list();
    }

    private void name(Kind kind, ReaderAccount account, Collection<Long> offsets, Instant now) {
        if (!offsets.isEmpty()) {
            jdbc.sql(NAME)
                    .param("kind", kind.name())
                    .param("reader", account.reader())
                    .param("topic", account.topic())
                    .param("partition", account.partition())
                    .param("offsets", offsets.toArray(Long[]::new))
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    private Optional<Before> before(ReaderAccount account) {
        return jdbc.sql("select begun, compared, records from ledger_reader where reader = :reader and topic = :topic"
                        + " and partition = :partition for update")
                .param("reader", account.reader())
                .param("topic", account.topic())
                .param("partition", account.partition())
                .query((row, number) ->
                        new Before(row.getLong("begun"), row.getLong("compared"), row.getLong("records")))
                .optional();
    }

    private void keep(ReaderAccount account, long compared) {
        Counts counts = account.counts();
        jdbc.sql(KEEP)
                .param("reader", account.reader())
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("begun", account.from())
                .param("compared", compared)
                .param("records", counts.records())
                .param("applied", counts.applied())
                .param("duplicate", counts.duplicate())
                .param("dead", counts.dead())
                .update();
    }
}
