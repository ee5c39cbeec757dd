package dev.talentpipeline.internship.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody, or the clock, wants of an offer. Deadlines come with the command that starts them. */
public sealed interface OfferCommand {

    /** The company lets it go out to the student. */
    record Approve(Instant respondBy) implements OfferCommand {}

    /** The company does not want the student. */
    record Veto(String reason) implements OfferCommand {}

    /**
     * The student takes it.
     *
     * @param endorsing which endorsement is awaited then; null: none is asked
     */
    record Accept(@Nullable Endorsing endorsing) implements OfferCommand {}

    /** The student holds on to it, hoping for a better one. */
    record Keep(Instant until) implements OfferCommand {}

    /** The student does not want it. */
    record Decline(@Nullable String reason) implements OfferCommand {}

    /**
     * School or university stand behind it.
     *
     * @param nextUntil until when the university must endorse, if the school did
     */
    record Endorse(Party by, Instant nextUntil) implements OfferCommand {}

    /** School or university do not stand behind it. */
    record Refuse(Party by, String reason) implements OfferCommand {}

    /**
     * A party asks for a release, or agrees to the one that is asked for.
     *
     * @param seat what becomes of the seat; null: left to the others
     */
    record Release(
            Party by, @Nullable String reason, @Nullable Seat seat) implements OfferCommand {}

    /** A party says no to the release that is asked for. */
    record RefuseRelease(Party by, @Nullable String reason) implements OfferCommand {}

    /** A better offer takes the place of the kept one. */
    record Replace() implements OfferCommand {}

    /** The deadline may have passed. */
    record Expire(Silence silence) implements OfferCommand {}

    /** The deadline may have passed, but the answer could not be given. */
    record PutOff(Instant until, Grace grace) implements OfferCommand {}

    /** Whoever must answer is reminded. */
    record Remind() implements OfferCommand {}

    /** Those who can still help are told that an answer is missing. */
    record Escalate() implements OfferCommand {}

    /** What it rests on has gone. */
    record Rescind(RescindReason reason) implements OfferCommand {}
}
