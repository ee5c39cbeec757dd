package dev.talentpipeline.matching.market;

/** What became different in a market, so that whoever matches it can go on from where they are. Immutable. */
public sealed interface Change {

    /** The rules changed, and with them everything. */
    record Rules(Programme rules) implements Change {}

    /** A student came, or their facts changed. */
    record StudentHere(Student facts) implements Change {}

    /** A student is no longer to be matched. */
    record StudentGone(String id) implements Change {}

    /** An internship came, or its facts changed. */
    record InternshipHere(Internship facts) implements Change {}

    /** An internship is no longer to be matched. */
    record InternshipGone(String id) implements Change {}

    /** A seat was reserved, or an offer came to bind: seat and student left the market together. */
    record SeatTaken(Seat seat) implements Change {}

    /** The seat and its student are in the market again. */
    record SeatFreed(Seat seat) implements Change {}

    /** The two may not meet from now on. */
    record KeptApart(Pair pair) implements Change {}

    /** The two may meet again. */
    record BroughtTogether(Pair pair) implements Change {}
}
