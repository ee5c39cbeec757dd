package dev.talentpipeline.internship.owndata;

import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sees erasures through to the files, within the erasure window: topics let go of what came before a tombstone, dead letters are taken out,
 * tables are written anew. A sweep does each once, for all people whose erasure is under way; an erasure is complete when the tables were
 * written anew twice, so that what another transaction could still see the first time is gone too, and no topic holds anything of the person.
 */
public final class CompletingErasures {

    private static final int REWRITINGS = 2;
    /** So many sweeps fit into an erasure window. */
    private static final int SWEEPS = 20;

    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofHours(1);

    private final Erasures erasures;
    private final Outbox outbox;
    private final ErasedTopics topics;
    private final ErasedTables tables;
    private final Set<String> tablesToRewrite;
    private final Transactions transactions;
    private final Duration pause;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private boolean lettingGo = true;

    public CompletingErasures(
            Erasures erasures,
            Outbox outbox,
            ErasedTopics topics,
            ErasedTables tables,
            List<PersonalData> features,
            Transactions transactions,
            Duration window,
            Clock clock) {
        this.erasures = erasures;
        this.outbox = outbox;
        this.topics = topics;
        this.tables = tables;
        this.tablesToRewrite = features.stream()
                .flatMap(feature -> feature.columns().stream())
                .map(column -> column.substring(0, column.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        this.transactions = transactions;
        this.pause = pause(window);
        this.clock = clock;
    }

    private static Duration pause(Duration window) {
        Duration pause = window.dividedBy(SWEEPS);
        return pause.compareTo(SOONEST) < 0 ? SOONEST : pause.compareTo(LATEST) > 0 ? LATEST : pause;
    }

    /** Goes one step on, if there is anything to do and it is time for it. Called by one thread. */
    public void sweep() {
        List<Erasure> underWay = erasures.underWay();
        if (underWay.isEmpty()) {
            if (lettingGo) {
                topics.keepAgain();
                lettingGo = false;
            }
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(pause);
            tables.alone(() -> step(underWay));
        }
    }

    private void step(List<Erasure> underWay) {
        List<UUID> people = underWay.stream().map(Erasure::person).toList();
        lettingGo = true;
        topics.letGo(people, pause);
        transactions.within(() -> {
            outbox.repeatErasures(people);
            return people.size();
        });
        topics.emptyDeadLetters(people);
        if (underWay.stream().anyMatch(erasure -> erasure.rewritten() < REWRITINGS)) {
            tables.rewrite(tablesToRewrite);
            erasures.rewritten(people);
        }
        List<UUID> rewritten = underWay.stream()
                .filter(erasure -> erasure.rewritten() >= REWRITINGS)
                .map(Erasure::person)
                .toList();
        if (!rewritten.isEmpty() && topics.areClean(rewritten)) {
            erasures.completed(rewritten, clock.instant());
        }
    }
}
