package dev.talentpipeline.matching.clearing;

import org.jspecify.annotations.Nullable;

/**
 * How far down an internship has admitted.
 *
 * @param taken seats that are reserved or bound
 * @param last the last admitted of a full internship; null while seats remain
 */
public record Cutoff(
        String internshipId, int seats, int taken, @Nullable Admitted last) {

    /**
     * A priority as it is published.
     *
     * @param tier 0 listed, 1 by score
     * @param lottery hexadecimal, lower is better
     */
    public record Admitted(int tier, double score, String lottery) {}

    public boolean full() {
        return taken >= seats;
    }
}
