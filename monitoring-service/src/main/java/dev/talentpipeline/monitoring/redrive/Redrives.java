package dev.talentpipeline.monitoring.redrive;

import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.lag.ReaderGroups;
import dev.talentpipeline.schemas.SentAgain;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent again, and what became of it. Whoever changes anything opens the transaction. */
public interface Redrives {

    /** A place in the list, after which it goes on. */
    record Place(Instant createdAt, UUID id) {}

    /** Who does something, and whose rights they use; null: their own. */
    record Actor(String by, @Nullable String onBehalfOf) {}

    /**
     * What is asked for.
     *
     * @param id the same for a request that is repeated
     * @param fingerprint the same only for a request that says the same
     */
    record Order(UUID id, String fingerprint, Actor actor, String why, Selection selection, int perMinute) {}

    /** One that is sent next: its number, and where it may stand, the likeliest place first. */
    record Queued(long record, long letter, String topic, String group, List<Position> places) {}

    /** Which dead letters are meant, with what decides about each; of a selection that names none, without those that are settled. */
    List<Candidate> candidates(Selection selection, Collection<ReaderGroups.Group> readers, int limit);

    /** Until the transaction ends, nobody else begins one, so that what is looked at is what is sent. */
    void alone();

    void begin(Order order, List<Long> letters, Instant now);

    Optional<Redrive> find(UUID id);

    /** The fingerprint of the request that made it. */
    Optional<String> fingerprint(UUID id);

    /** The latest first. */
    List<Redrive> all(@Nullable Place after, int limit);

    /** Keeps what has not left from leaving; of what left before {@code lost}, no answer is awaited any more. */
    void stop(UUID id, Actor actor, Instant lost, Instant now);

    /** What one that is due sends next, so much as leaves in a second; nobody else gets it before the transaction ends. */
    List<Queued> next(Instant now);

    void sent(Collection<Long> records, Instant now);

    void refused(long record, String reason, Instant now);

    /** Notes an answer; what failed so many times since it was last let out is in quarantine. */
    void answered(SentAgain.Answer answer, int mostRepeats, Instant now);

    /** Lets a letter out of quarantine; false: it is not in it. */
    boolean release(long letter, Actor actor, String why, Instant now);
}
