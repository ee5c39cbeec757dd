package dev.talentpipeline.matching.preference;

/**
 * How near two research topics are, from 0 (nothing in common) to 1 (the same). The seam where another measure, such as an embedding
 * model, can go.
 */
@FunctionalInterface
public interface TopicAlignment {

    double between(String one, String other);

    /** The measure that is used unless another one is given: shared words, and shared pairs of characters in Chinese; for one thread. */
    static TopicAlignment sharedTerms() {
        return new SharedTerms();
    }
}
