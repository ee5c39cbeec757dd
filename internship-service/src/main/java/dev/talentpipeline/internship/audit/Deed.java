package dev.talentpipeline.internship.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done, to what. Nothing in it says who a person is: it is never changed, so nothing of it could be erased.
 *
 * @param what a code: {@link #CHANGED} for a new version of which its facts say all, otherwise the act, such as {@code ACCESS_GRANTED}
 * @param version the one that came about; null for an act that made none
 * @param facts ids, states, numbers, dates and names of accounts; no text that somebody wrote
 */
public record Deed(String what, Entity entity, @Nullable Long version, Concerned concerned, Map<String, String> facts) {

    public static final String CHANGED = "CHANGED";

    /** Facts that name the account of an organisation: for the organisation and operations to know. */
    public static final String LINK_GIVEN_BY = "linkGivenBy";

    public static final String LINK_GIVEN_FOR = "linkGivenFor";

    public Deed {
        facts = Map.copyOf(facts);
    }

    /**
     * What it was done to.
     *
     * @param kind the entity's word, such as {@code OFFER}
     */
    public record Entity(String kind, String id) {}

    /**
     * Whom it concerns, and who may therefore read it beside operations.
     *
     * @param university the organisation that reads it as a university; null: none
     * @param company the organisation that reads it as a company; null: none
     */
    public record Concerned(
            @Nullable String university,
            @Nullable String company,
            @Nullable UUID person) {

        public static final Concerned NOBODY = new Concerned(null, null, null);

        public static Concerned of(UUID person, String university) {
            return new Concerned(university, null, person);
        }
    }

    /** A new version of the entity. */
    public static Deed changed(Entity entity, long version, Concerned concerned, Map<String, String> facts) {
        return new Deed(CHANGED, entity, version, concerned, facts);
    }

    /** An act that makes no version: a reading, a grant, a request. */
    public static Deed done(String what, Entity entity, Concerned concerned, Map<String, String> facts) {
        return new Deed(what, entity, null, concerned, facts);
    }
}
