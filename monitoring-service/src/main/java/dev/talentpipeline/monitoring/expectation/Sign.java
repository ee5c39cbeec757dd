package dev.talentpipeline.monitoring.expectation;

import dev.talentpipeline.monitoring.journal.Content;
import java.util.Set;

/**
 * By what an event is known as one that begins something, or ends it.
 *
 * @param topic on which it stands
 * @param content whether it is an event or takes its key off the topic
 * @param states that it may be in; none: any
 * @param otherwise whether it must be in none of these states instead
 * @param about how it names what it is about
 * @param newer how it must be newer than what it ends
 */
public record Sign(String topic, Content content, Set<String> states, boolean otherwise, About about, Newer newer) {

    public Sign {
        states = Set.copyOf(states);
    }

    /** Where an event says what it is about. */
    public enum About {
        /** It is of that very thing. */
        ENTITY,
        /** It concerns the same person. */
        PERSON,
        /** A notice is about it. */
        SUBJECT,
        /** A placement came of that offer. */
        OFFER
    }

    /** How an event must be newer than another. */
    public enum Newer {
        /** It need not be. */
        NOT,
        /** By its version. */
        VERSION,
        /** By the version of what it tells of, which may be the same. */
        TOLD_VERSION
    }

    static Sign event(String topic, String... states) {
        return new Sign(topic, Content.EVENT, Set.of(states), false, About.ENTITY, Newer.NOT);
    }

    static Sign tombstone(String topic) {
        return new Sign(topic, Content.TOMBSTONE, Set.of(), false, About.ENTITY, Newer.NOT);
    }

    /** The same in any other state. */
    Sign not() {
        return new Sign(topic, content, states, true, about, newer);
    }

    Sign by(About other) {
        return new Sign(topic, content, states, otherwise, other, newer);
    }

    Sign newer(Newer other) {
        return new Sign(topic, content, states, otherwise, about, other);
    }
}
