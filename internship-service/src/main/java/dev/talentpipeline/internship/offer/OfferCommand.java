package dev.talentpipeline.internship.offer;

import org.jspecify.annotations.Nullable;

/** What somebody, or the clock, wants of an offer. */
public sealed interface OfferCommand {

    /** What a party decides; each has the name by which it is asked for. */
    sealed interface Decision extends OfferCommand permits Accept, Decline, Later {}

    /** The student takes it. */
    record Accept() implements Decision {}

    /** The student does not want it. */
    record Decline(@Nullable String reason) implements Decision {}

    /** A decision that programmes of this version do not offer yet. */
    record Later(Kind kind) implements Decision {
        /** Which decision it is. */
        public enum Kind {
            KEEP,
            APPROVE,
            VETO,
            ENDORSE,
            REFUSE,
            RELEASE
        }
    }

    /** The deadline may have passed. */
    record Expire() implements OfferCommand {}

    /** What it rests on has gone. */
    record Rescind(RescindReason reason) implements OfferCommand {}
}
