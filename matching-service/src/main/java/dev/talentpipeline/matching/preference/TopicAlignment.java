package dev.talentpipeline.matching.preference;

/**
 * How near two research topics are, from 0 (nothing in common) to 1 (the same). The seam where another measure, such as an embedding
 * model, can go.
 */
@FunctionalInterface
public interface TopicAlignment {

    double between(String one, String other);
}
