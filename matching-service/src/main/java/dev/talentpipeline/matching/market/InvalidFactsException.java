package dev.talentpipeline.matching.market;

/** Says that facts contradict what holds of every programme, student, internship or offer, naming the value and what holds. */
public final class InvalidFactsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidFactsException(String message) {
        super(message);
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new InvalidFactsException(message);
        }
    }
}
