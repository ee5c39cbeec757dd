package dev.talentpipeline.monitoring.ledger.postgres;

import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.ledger.Ledger.Became;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of each record at each reader, by what the reader lists of the latest. Nearly everything is applied at the first attempt, so it is kept as runs of offsets that ended alike, which grow; of what a reader read
 * and did not list, nothing is known.
 */
final class ReadOutcomes {

    private static final String GROW = """
        update ledger_outcome set last_offset = :last, noted_at = :now
        where reader = :reader and topic = :topic and partition = :partition and outcome = :outcome and attempts = :attempts
            and first_offset = (
            select max(first_offset) from ledger_outcome where reader = :reader and topic = :topic and partition = :partition)
        """;

    private static final String ADD = """
        insert into ledger_outcome (reader, topic, partition, first_offset, last_offset, outcome, attempts, noted_at)
        select :reader, :topic, :partition, run.first, run.last, run.outcome, run.attempts, :now
        from unnest(:firsts, :lasts, :outcomes, :attempts) as run (first, last, outcome, attempts)
        on conflict do nothing
        """;

    private static final String OF = """
        select place.topic, place.partition, place."offset", known.reader, run.outcome, run.attempts
        from unnest(:topics, :partitions, :offsets) as place (topic, partition, "offset")
        join ledger_reader known on known.topic = place.topic and known.partition = place.partition
        cross join lateral (
            select outcome, attempts, last_offset from ledger_outcome
            where reader = known.reader and topic = place.topic and partition = place.partition and first_offset <= place."offset"
            order by first_offset desc
            limit 1) run
        where run.last_offset >= place."offset"
        """;

    private final JdbcClient jdbc;

    ReadOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Run(long first, long last, Outcome outcome, int attempts) {

        static Run of(ReaderAccount.Read read) {
            return new Run(read.offset(), read.offset(), read.outcome(), read.attempts());
        }

        boolean endsLike(ReaderAccount.Read read) {
            return outcome == read.outcome() && attempts == read.attempts();
        }
    }

    /**
     * Takes in what is listed from there on.
     *
     * @param from up to where it was taken in before
     * @param skipped what the reader came past without a word, from there on
     */
    void note(ReaderAccount account, long from, NavigableSet<Long> skipped, Instant now) {
        List<ReaderAccount.Read> listed =
                account.tail().stream().filter(read -> read.offset() >= from).toList();
        List<Run> runs = runs(listed, skipped);
        if (runs.isEmpty()) {
            return;
        }
        // What is listed begins before it, so that nothing is missing in between.
        boolean goesOn = account.tail().getFirst().offset() < from
                && (skipped.isEmpty() || skipped.first() > runs.getFirst().first());
        int added = goesOn && grow(account, runs.getFirst(), now) ? 1 : 0;
        add(account, runs.subList(added, runs.size()), now);
    }

    /** Takes in what the reader had skipped, and has read after all. */
    void noteAfterAll(ReaderAccount account, Set<Long> read, Instant now) {
        add(
                account,
                account.tail().stream()
                        .filter(each -> read.contains(each.offset()))
                        .map(Run::of)
                        .toList(),
                now);
    }

    private static List<Run> runs(List<ReaderAccount.Read> listed, NavigableSet<Long> skipped) {
        List<Run> runs = new ArrayList<>();
        for (ReaderAccount.Read read : listed) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null
                    && last.endsLike(read)
                    && skipped.subSet(last.last(), read.offset()).isEmpty()) {
                runs.set(runs.size() - 1, new Run(last.first(), read.offset(), last.outcome(), last.attempts()));
            } else {
                runs.add(Run.of(read));
            }
        }
        return runs;
    }

    private boolean grow(ReaderAccount account, Run run, Instant now) {
        return jdbc.sql(GROW)
                        .param("reader", account.reader())
                        .param("topic", account.topic())
                        .param("partition", account.partition())
                        .param("outcome", run.outcome().name())
                        .param("attempts", run.attempts())
                        .param("last", run.last())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    private void add(ReaderAccount account, List<Run> runs, Instant now) {
        if (runs.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("reader", account.reader())
                .param("topic", account.topic())
                .param("partition", account.partition())
                .param("firsts", runs.stream().map(Run::first).toArray(Long[]::new))
                .param("lasts", runs.stream().map(Run::last).toArray(Long[]::new))
                .param(
                        "outcomes",
                        runs.stream().map(run -> run.outcome().name()).toArray(String[]::new))
                .param("attempts", runs.stream().map(Run::attempts).toArray(Integer[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<Position, SortedMap<String, Became>> of(List<Position> places) {
        Map<Position, SortedMap<String, Became>> outcomes = new HashMap<>();
        jdbc.sql(OF)
                .param("topics", places.stream().map(Position::topic).toArray(String[]::new))
                .param("partitions", places.stream().map(Position::partition).toArray(Integer[]::new))
                .param("offsets", places.stream().map(Position::offset).toArray(Long[]::new))
                .query(row -> {
                    outcomes.computeIfAbsent(
                                    new Position(
                                            row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                                    place -> new TreeMap<>())
                            .put(
                                    row.getString("reader"),
                                    new Became(Outcome.valueOf(row.getString("outcome")), row.getInt("attempts")));
                });
        return outcomes;
    }

    /** Removes what ended before then. */
    void forget(Instant before) {
        jdbc.sql("delete from ledger_outcome where noted_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
