package dev.talentpipeline.monitoring.expectation;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is expected, kept open until it happens. It does not matter in which order the topics are read: what had happened before it was expected counts. */
public interface Expectations {

    /** A place in a list that begins with what is due the longest. */
    record Place(Instant dueFrom, String entity) {}

    /** Takes in new entries of the journal: some begin what is expected, some end it. The caller opens the transaction. */
    void take(List<Followed.Step> steps, List<Rule> rules);

    /** Ends what has only to be read by a reader, up to where it has come. The caller opens the transaction. */
    void read(Rule rule, Collection<Reach> reaches);

    Standing.Counts counts(Rule rule, Duration within, Instant now);

    /** What a rule waits for, the oldest first. */
    List<Open> open(Rule rule, Duration within, Instant now, boolean overdueOnly, @Nullable Place after, int limit);
}
