package dev.talentpipeline.monitoring.ledger;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.journal.Readers;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Group;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Reach;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the ledger: each entry of the journal is looked at once, and each account of a reader as soon as the journal has come as far. One thread goes along; whoever asks gets what the last look found. */
public final class WatchingLedger {

    private static final String FOLLOWER = "ledger";
    /** Of each partition in one transaction. */
    private static final int STEPS = 1_000;

    private final Ledger ledger;
    private final ReaderReports reports;
    private final Followed followed;
    private final WatchingLag lag;
    private final Clock clock;
    private final Awaited<ReaderAccount> readers = new Awaited<>();
    private final Awaited<WriterAccount> writers = new Awaited<>();
    private final Instant begun;
    private volatile Seen seen = new Seen(null, Map.of(), Map.of());

    /**
     * What the last look found; the instant is null before the first.
     *
     * @param waiting since when an account waits for the journal, by its reader; without readers of whom none does
     */
    public record Seen(@Nullable Instant at, Map<Kind, Long> differences, Map<String, Instant> waiting) {}

    WatchingLedger(Ledger ledger, ReaderReports reports, Followed followed, WatchingLag lag, Clock clock) {
        this.ledger = ledger;
        this.reports = reports;
        this.followed = followed;
        this.lag = lag;
        this.clock = clock;
        begun = clock.instant();
    }

    /**
     * Takes in what is new. The caller opens the transaction.
     *
     * @return whether there may be more than were taken at once; what comes meanwhile has time until the next look, since many at once cost little more than few
     */
    public boolean follow() {
        Optional<List<Followed.Step>> steps = followed.next(FOLLOWER, STEPS);
        if (steps.isEmpty()) {
            return false;
        }
        ledger.take(steps.get(), clock.instant());
        return steps.get().size() >= STEPS;
    }

    /**
     * What readers and writers say of themselves.
     *
     * @param journalled how far the journal had come by then, by topic and partition
     */
    public record Said(List<ReaderAccount> readers, List<WriterAccount> writers, Map<String, Long> journalled) {}

    /** What they say now. Whoever asks for it takes in what is in the journal, and compares it afterwards, in a transaction. */
    public Said reports() {
        return new Said(reports.look(), reports.written(), journalled());
    }

    private Map<String, Long> journalled() {
        Map<String, Long> journalled = new HashMap<>();
        for (Group group : lag.seen().groups()) {
            if (group.id().equals(Readers.JOURNAL)) {
                for (Reach reach : group.reaches()) {
                    if (reach.committed() != null) {
                        journalled.put(reach.topic() + "/" + reach.partition(), reach.committed());
                    }
                }
            }
        }
        return journalled;
    }

    /** Compares what they say, as far as the journal had come. The caller opens the transaction, after all that was in the journal by then was taken in. */
    public void compare(Said said) {
        Instant now = clock.instant();
        Set<String> writing = new HashSet<>();
        for (WriterAccount account : said.writers()) {
            String partition = account.topic() + "/" + account.partition();
            String whose = account.writer() + " " + partition;
            writing.add(whose);
            long journal = said.journalled().getOrDefault(partition, 0L);
            writers.reached(whose, account, each -> journal >= each.next(), now)
                    .forEach(each -> ledger.compare(each, now));
        }
        writers.keepOnly(writing);
        Set<String> reading = new HashSet<>();
        for (ReaderAccount account : said.readers()) {
            String partition = account.topic() + "/" + account.partition();
            String whose = account.reader() + " " + partition;
            reading.add(whose);
            long journal = said.journalled().getOrDefault(partition, 0L);
            readers.reached(whose, account, each -> journal >= each.read(), now)
                    .forEach(each -> ledger.compare(each.upTo(journal), now));
        }
        readers.keepOnly(reading);
    }

    /** Forgets what readers made of records that are as old as that. The caller opens the transaction. */
    public void forget(Duration age) {
        ledger.forget(clock.instant().minus(age));
    }

    /** Has a look for those who want to know it all the time. */
    public void look() {
        Instant now = clock.instant();
        Map<String, Instant> waiting = new HashMap<>();
        readers.since()
                .forEach((whose, since) -> waiting.merge(
                        whose.substring(0, whose.indexOf(' ')),
                        since,
                        (one, other) -> one.isBefore(other) ? one : other));
        seen = new Seen(now, ledger.counts(now), waiting);
    }

    /** How far the comparison is behind what the reader says of itself: since the last look, or since it said what the journal has yet to come up to. */
    public Duration behind(String reader) {
        Seen last = seen;
        Instant at = last.at() == null ? begun : last.at();
        return Duration.between(last.waiting().getOrDefault(reader, at), clock.instant());
    }

    public Seen seen() {
        return seen;
    }
}
