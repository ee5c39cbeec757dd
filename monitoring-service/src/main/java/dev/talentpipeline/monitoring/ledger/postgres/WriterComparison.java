package dev.talentpipeline.monitoring.ledger.postgres;

import dev.talentpipeline.monitoring.journal.Entity;
import dev.talentpipeline.monitoring.journal.Meanings;
import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.WriterAccount;
import dev.talentpipeline.monitoring.ledger.WriterAccount.Written;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets what a writer says that it has written into a partition against what stands there, from where it was compared last: the latest one by one, so that what is missing of them is named by its key and
 * version; and all of it by its number, so that it shows as well if more is missing than the writer lists. What stands there beyond that is no concern of it: others may write in its name, which shows in
 * versions and copies.
 */
final class WriterComparison {

    private static final String HELD = """
        select (
            select count(*) from journal
            where topic = :topic and partition = :partition and "offset" >= :from and "offset" < :to and source = :writer) + (
            select count(*) from journal_copy copy join journal first using (entry)
            where copy.topic = :topic and copy.partition = :partition and copy."offset" >= :from and copy."offset" < :to
                and first.source = :writer)
        """;

    private static final String GONE = """
        select listed."offset" from unnest(:offsets) as listed ("offset")
        where not exists (
                select from journal where topic = :topic and partition = :partition and journal."offset" = listed."offset")
            and not exists (
                select from journal_copy copy where topic = :topic and partition = :partition and copy."offset" = listed."offset")
        """;

    private static final String NAME = """
        insert into ledger_difference
            (kind, topic, partition, "offset", key, version, entity_kind, entity_id, programme_id, found_at)
        values (:kind, :topic, :partition, :offset, :key, :version, :entityKind, :entityId, split_part(:key, '/', 1), :now)
        on conflict do nothing
        """;

    private static final String KEEP = """
        insert into ledger_writer (writer, topic, partition, begun, compared, records)
        values (:writer, :topic, :partition, :begun, :compared, :records)
        on conflict (writer, topic, partition) do update
            set begun = excluded.begun, compared = excluded.compared, records = excluded.records
        """;

    private final JdbcClient jdbc;
    private final Meanings meanings;

    WriterComparison(JdbcClient jdbc, Meanings meanings) {
        this.jdbc = jdbc;
        this.meanings = meanings;
    }

    private record Before(long begun, long compared, long records) {}

    void compare(WriterAccount account, Instant now) {
        Optional<Before> known = jdbc.sql(
                        "select begun, compared, records from ledger_writer where writer = ? and topic = ? and partition = ?")
                .params(account.writer(), account.topic(), account.partition())
                .query((row, number) ->
                        new Before(row.getLong("begun"), row.getLong("compared"), row.getLong("records")))
                .optional();
        if (known.filter(before -> before.begun() == account.from() && before.compared() == account.next())
                .isPresent()) {
            return;
        }
        // A new account is not the one that was compared, and what came before somebody compared is not known.
        known.filter(before -> before.begun() == account.from() && before.compared() < account.next())
                .ifPresent(before -> compareFrom(before, account, now));
        jdbc.sql(KEEP)
                .param("writer", account.writer())
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("begun", account.from())
                .param("compared", account.next())
                .param("records", account.records())
                .update();
    }

    private void compareFrom(Before before, WriterAccount account, Instant now) {
        long held = jdbc.sql(HELD)
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("from", before.compared())
                .param("to", account.next())
                .param("writer", account.writer())
                .query(Long.class)
                .single();
        List<Written> gone = gone(before, account);
        gone.forEach(each -> name(account, each.offset(), each, now));
        // Of the rest no more is known than where it was looked for.
        if (held + gone.size() < account.records() - before.records()) {
            name(account, before.compared(), null, now);
        }
    }

    /** What the writer lists, and does not stand where it was written. */
    private List<Written> gone(Before before, WriterAccount account) {
        List<Written> listed = account.tail().stream()
                .filter(each -> each.offset() >= before.compared())
                .toList();
        if (listed.isEmpty()) {
            return List.of();
        }
        Set<Long> offsets = Set.copyOf(jdbc.sql(GONE)
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("offsets", listed.stream().map(Written::offset).toArray(Long[]::new))
                .query(Long.class)
                .list());
        return listed.stream().filter(each -> offsets.contains(each.offset())).toList();
    }

    private void name(WriterAccount account, long offset, @Nullable Written missing, Instant now) {
        Entity entity = missing == null ? null : meanings.of(account.topic(), missing.key());
        jdbc.sql(NAME)
                .param("kind", Kind.WRITTEN_MISSING.name())
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("offset", offset)
                .param("key", missing == null ? null : missing.key(), Types.VARCHAR)
                .param("version", missing == null ? null : missing.version(), Types.BIGINT)
                .param("entityKind", entity == null ? null : entity.kind().name(), Types.VARCHAR)
                .param("entityId", entity == null ? null : entity.id(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }
}
