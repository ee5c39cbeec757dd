package dev.talentpipeline.matching.topology;

import java.util.Map;

/**
 * Knows how far the input of a partition reached when it was asked. End offsets do not tell: markers of transactions take offsets too, and no
 * reader ever sees them.
 */
@FunctionalInterface
interface InputEnds {

    /** Per input topic the offset after the last record that a reader will see; topics without any are left out. */
    Map<String, Long> of(int partition);
}
