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
     * @param endorseBy until when the university must endorse; null: no endorsement is asked
     */
    record Accept(@Nullable Instant endorseBy) implements OfferCommand {}

    /** The student holds on to it, hoping for a better one. */
    record Keep(Instant until) implements OfferCommand {}

    /** The student does not want it. */
    record Decline(@Nullable String reason) implements OfferCommand {}

    /** The university stands behind it. */
    record Endorse() implements OfferCommand {}

    /** The university does not stand behind it. */
    record Refuse(String reason) implements OfferCommand {}

    /** A party asks for a release, or agrees to the one that is asked for. */
    record Release(Party by, @Nullable String reason) implements OfferCommand {}

    /** A party says no to the release that is asked for. */
    record RefuseRelease(Party by, @Nullable String reason) implements OfferCommand {}

    /** A better offer takes the place of the kept one. */
    record Replace() implements OfferCommand {}

    /** The deadline may have passed. */
    record Expire() implements OfferCommand {}

    /** What it rests on has gone. */
    record Rescind(RescindReason reason) implements OfferCommand {}
}
