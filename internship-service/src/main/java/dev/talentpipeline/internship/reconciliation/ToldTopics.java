package dev.talentpipeline.internship.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The topics that this service writes, but for erasures, whose reader applies them again by itself. */
public interface ToldTopics {

    /** A partition of a topic. */
    record Partition(String topic, int number) {}

    /**
     * What stands on the topics from certain places on and differs.
     *
     * @param told by entity, in no order
     * @param ends the places up to which it was read
     */
    record Tail(List<Told> told, Map<Partition, Long> ends) {}

    /**
     * What stands there from these places on; from the beginning where none is given.
     *
     * @param differs whether something is worth keeping: topics may be larger than memory
     */
    Tail from(Map<Partition, Long> places, Predicate<Told> differs);
}
