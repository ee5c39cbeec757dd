package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Placement.OfferedJob;
import dev.talentpipeline.internship.placement.PlacementState;
import dev.talentpipeline.internship.placement.Signing;
import dev.talentpipeline.kit.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement stands on, as far as it decides who can do what with it.
 *
 * @param confirmed whether the offer that it comes from is
 * @param acceptedJob entry of the job that the student accepted; null: of none
 */
record Standing(
        UUID person,
        String university,
        String company,
        boolean confirmed,
        @Nullable Integer acceptedJob) {

    static Standing of(AgreementGround ground) {
        return of(ground.offer(), ground.placement());
    }

    static Standing of(Offer offer, @Nullable Placement placement) {
        return new Standing(
                offer.person(),
                offer.university(),
                offer.company(),
                offer.status() == OfferStatus.CONFIRMED,
                placement == null ? null : jobOf(placement));
    }

    /** The same as a placement tells it: it is given up in the moment in which its offer is, and never otherwise. */
    static Standing of(Placement placement) {
        return new Standing(
                placement.person(),
                placement.university(),
                placement.company(),
                placement.state() != PlacementState.RELEASED,
                jobOf(placement));
    }

    private static @Nullable Integer jobOf(Placement placement) {
        return placement.acceptedJob().map(OfferedJob::entry).orElse(null);
    }

    boolean isParty(Party party, Caller caller) {
        return party.isActedBy(caller, person, university, company);
    }

    /** As which of those who sign the caller acts; a school only looks on. */
    Optional<Party> party(Caller caller) {
        return Signing.SIGNATORIES.stream()
                .filter(party -> isParty(party, caller))
                .findFirst();
    }
}
