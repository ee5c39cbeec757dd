package dev.talentpipeline.matching.market;

/**
 * One place of an internship that a student holds: reserved by a proposal that has no answer yet, or bound by an active offer.
 *
 * @param kept whether the student keeps it while they wait for something better: they are in the market still, but only for what they
 *     themselves listed above it
 */
public record Seat(String offerId, Pair pair, boolean kept) {

    /** A seat that takes its student out of the market. */
    public Seat(String offerId, Pair pair) {
        this(offerId, pair, false);
    }
}
