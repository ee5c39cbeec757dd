package dev.talentpipeline.internship.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one feature holds about people. A feature with a column for something that a person is, or that somebody wrote about a person, has
 * one of these; a test finds the columns that nobody answers for.
 */
public interface PersonalData {

    /**
     * Everything that is held about the person: the name of each part of an export, such as {@code offers}, with one entry a row in the
     * types that JSON has.
     */
    Map<String, List<Map<String, Object>>> heldAbout(UUID person);

    /** Those parts that are for the person alone to read; their university, which reads the others on their behalf, does not. */
    default Set<String> ownParts() {
        return Set.of();
    }

    /**
     * Why the person's data cannot be erased yet, as a sentence that says what to do first; empty if nothing stands in the way. The person
     * is locked.
     */
    default Optional<String> obstacle(UUID person) {
        return Optional.empty();
    }

    /**
     * Overwrites or removes what is personal, within the running transaction and under the person's lock. Random ids, states, numbers and
     * dates may stay; rows that others refer to do. Doing it twice does no harm. What the feature has on topics with something personal in
     * it gets a tombstone, by the outbox.
     */
    void erase(UUID person);

    /** The columns that it answers for, as {@code table.column}. Their tables are rewritten after an erasure. */
    Set<String> columns();
}
