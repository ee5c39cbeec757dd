package dev.talentpipeline.monitoring.ledger.postgres;

import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.WriterAccount;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets how many records a writer says that it has written into a partition against those that stand there, from where it was compared last. What stands there beyond that is no concern of it: others may
 * write in its name, which shows in versions and copies.
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

    private static final String NAME = """
        insert into ledger_difference (kind, topic, partition, "offset", found_at) values (:kind, :topic, :partition, :from, :now)
        on conflict do nothing
        """;

    private static final String KEEP = """
        insert into ledger_writer (writer, topic, partition, begun, compared, records)
        values (:writer, :topic, :partition, :begun, :compared, :records)
        on conflict (writer, topic, partition) do update
            set begun = excluded.begun, compared = excluded.compared, records = excluded.records
        """;

    private final JdbcClient jdbc;

    WriterComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        if (held < account.records() - before.records()) {
            jdbc.sql(NAME)
                    .param("kind", Kind.WRITTEN_MISSING.name())
                    .param("topic", account.topic())
                    .param("partition", account.partition())
                    .param("from", before.compared())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
