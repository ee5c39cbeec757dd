package dev.talentpipeline.matching.engine.verification;

/**
 * What is wrong with a matching.
 *
 * @param blockingPairs pairs that would both rather have each other
 * @param overfull seats given beyond those that are free
 * @param unacceptable pairs that may not meet
 */
public record Verdict(int blockingPairs, int overfull, int unacceptable) {

    public boolean sound() {
        return faults() == 0;
    }

    public int faults() {
        return blockingPairs + overfull + unacceptable;
    }
}
