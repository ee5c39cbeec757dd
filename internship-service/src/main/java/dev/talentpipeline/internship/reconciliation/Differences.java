package dev.talentpipeline.internship.reconciliation;

import dev.talentpipeline.internship.reconciliation.Difference.Outcome;
import dev.talentpipeline.internship.reconciliation.ToldTopics.Partition;
import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was reconciled, and up to where topics are known to hold nothing but this database's word. */
public interface Differences extends FirstVersions {

    Map<Partition, Long> places();

    /** From now on topics are known up to there. */
    void known(Map<Partition, Long> ends);

    void add(Difference difference);

    /** Whether the entity, which is unknown here, was dealt with up to that version. */
    boolean isDealtWith(String topic, String key, long version);

    /** How often which outcome was on which topic. */
    List<Count> counts();

    Page<Difference> list(Page.Request request);

    /** Differences of one reconciliation. */
    record Count(Instant at, String topic, Outcome outcome, long count) {}
}
