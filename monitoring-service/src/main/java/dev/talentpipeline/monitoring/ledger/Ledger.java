package dev.talentpipeline.monitoring.ledger;

import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.journal.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What is written set against what was read. Every method that changes something takes part in the caller's transaction. */
public interface Ledger {

    /** A place in a list that begins with what was found last. */
    record Place(Instant foundAt, long id) {}

    /** A reader in one partition, as far as it was compared. */
    record Compared(String reader, String topic, int partition, long compared, ReaderAccount.Counts counts) {}

    /**
     * What became of a record at a reader.
     *
     * @param attempts how often the reader tried
     */
    record Became(ReaderReport.Outcome outcome, int attempts) {}

    /** Takes in new entries of the journal: their versions, their offsets, and what is promised about them. */
    void take(List<Followed.Step> steps, Instant now);

    /** Compares a reader's account with the journal, which must have all records before its place. */
    void compare(ReaderAccount account, Instant now);

    /** Compares a writer's account with the journal, which must have all records before its place. */
    void compare(WriterAccount account, Instant now);

    /** What readers said they had made of records, by place and reader; without what they have not read, or did not list one by one. */
    Map<Position, SortedMap<String, Became>> outcomes(List<Position> places);

    /** Forgets what readers made of records before then. */
    void forget(Instant before);

    /** Readers as far as they were compared. */
    List<Compared> readers();

    /** How much differs, by kind; without kinds of which nothing does. */
    Map<Kind, Long> counts(Instant now);

    /** What differs, what was found last first. */
    List<Difference> differences(@Nullable Kind kind, Instant now, @Nullable Place after, int limit);
}
