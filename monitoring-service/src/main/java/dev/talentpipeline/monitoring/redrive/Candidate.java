package dev.talentpipeline.monitoring.redrive;

/**
 * A dead letter that may be sent again, with what decides about it.
 *
 * @param letter its number in the journal
 * @param topic where the event came from
 * @param group the reader that set it aside, and would get it
 * @param readable whether it could be read when it was set aside
 * @param erased whether it is about a person who was erased, or about what was taken off its topic
 * @param quarantined whether it failed too often
 * @param inHand whether it is being sent again already
 * @param passed whether its reader has come past something newer, or holds it
 */
public record Candidate(
        long letter,
        String topic,
        String group,
        boolean readable,
        boolean erased,
        boolean quarantined,
        boolean inHand,
        boolean passed) {

    /** What is expected of it. */
    public Verdict verdict() {
        if (erased) {
            return Verdict.ERASED;
        }
        if (quarantined) {
            return Verdict.QUARANTINED;
        }
        if (inHand) {
            return Verdict.IN_HAND;
        }
        if (passed) {
            return Verdict.DROPPED;
        }
        return readable ? Verdict.PROCESSED : Verdict.UNREADABLE;
    }
}
