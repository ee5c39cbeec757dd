package dev.talentpipeline.internship.offer;

import org.jspecify.annotations.Nullable;

/**
 * A release that student or company asks for after the acceptance. The other of the two may agree, or refuse, which leaves it to the
 * student's university; the university need not wait for that.
 *
 * @param reason code of what was asked with; becomes the reason of the release
 * @param refused whether the other side has said no
 * @param seat what becomes of the seat, unless who answers says otherwise
 */
public record ReleaseRequest(Party askedBy, String reason, boolean refused, Seat seat) {

    ReleaseRequest refusedByTheOther() {
        return new ReleaseRequest(askedBy, reason, true, seat);
    }

    /** What became of a request short of a release, which is a state of the offer. */
    public enum Step {
        ASKED,
        REFUSED,
        /** By who asked. */
        TAKEN_BACK,
        /** By the university. */
        DENIED
    }

    /** One step that was taken, with the reason that was given for it. */
    public record Taken(Step step, @Nullable String reason) {}
}
