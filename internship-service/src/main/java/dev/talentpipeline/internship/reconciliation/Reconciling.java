package dev.talentpipeline.internship.reconciliation;

import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.reconciliation.Difference.Outcome;
import dev.talentpipeline.internship.reconciliation.ToldTopics.Tail;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings topics in line with a database that is older than they are. The database is the last word: an entity of which the topic knows a later version
 * is told again as the database has it, above everything that was ever told of it; one that the database does not know is taken back. Each
 * is settled in a transaction of its own, so that an interruption costs nothing.
 *
 * <p>Where the database is not older, which is so at every usual start, nothing is read but the very ends of the topics. It must be done before
 * anything is published, since a version that waits in the outbox may bear a number that a lost one bore.
 */
public final class Reconciling {

    private final ToldTopics topics;
    private final Differences differences;
    private final List<Retelling> features;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    Reconciling(
            ToldTopics topics,
            Differences differences,
            List<Retelling> features,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.topics = topics;
        this.differences = differences;
        this.features = List.copyOf(features);
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Finds what topics say beyond the database and settles it; what that was. */
    public List<Difference> reconcile() {
        Tail tail = topics.from(differences.places(), this::differs);
        Instant now = clock.instant();
        List<Difference> found = new ArrayList<>();
        for (Told told : tail.told()) {
            transactions.within(() -> settle(told, now)).ifPresent(found::add);
        }
        differences.known(tail.ends());
        return found;
    }

    private boolean differs(Told told) {
        // Who was erased since then is erased again, which ends in a tombstone as well.
        return !told.erased()
                && knowing(told)
                        .map(known -> isContradicted(told, known.version()))
                        .orElseGet(() -> !differences.isDealtWith(told.topic(), told.key(), told.version()));
    }

    /** The feature that has the entity, and the version that it has. */
    private Optional<Known> knowing(Told told) {
        return features.stream()
                .filter(feature -> feature.topic().equals(told.topic()))
                .flatMap(feature -> feature.versionOf(told.key()).map(version -> new Known(feature, version)).stream())
                .findFirst();
    }

    private record Known(Retelling feature, long version) {}

    /** Whether the topic has a later version, or one that another event is about to bear here. */
    private boolean isContradicted(Told told, long held) {
        if (held < told.version()) {
            return true;
        }
        Set<UUID> waiting = outbox.waiting(told.topic(), told.key(), told.version());
        return !told.events().containsAll(waiting);
    }

    /** Looks once more, since things go on meanwhile. */
    private Optional<Difference> settle(Told told, Instant now) {
        if (!differs(told)) {
            return Optional.empty();
        }
        Difference difference = knowing(told)
                .map(known -> retold(known.feature(), told, known.version(), now))
                .orElseGet(() -> undone(told, now));
        differences.add(difference);
        return Optional.of(difference);
    }

    private Difference retold(Retelling feature, Told told, long held, Instant now) {
        long version = feature.retell(told.key(), told.version());
        outbox.withdraw(told.topic(), told.key(), told.version());
        return new Difference(now, told.topic(), told.key(), told.version(), held, version, Outcome.RETOLD);
    }

    private static Difference undone(Told told, Instant now) {
        boolean undone = told.undo();
        return new Difference(
                now,
                told.topic(),
                told.key(),
                told.version(),
                null,
                undone ? told.version() + 1 : told.version(),
                undone ? Outcome.UNDONE : Outcome.LEFT);
    }
}
