package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.FindingOffer;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.placement.AgreeingPlacement;
import dev.talentpipeline.internship.placement.FindingPlacement;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.kit.security.Caller;
import java.util.UUID;

/** Finds and locks what agreements stand on. An internship agreement is asked for by its offer, an employment agreement by its placement. */
final class GroundOfAgreements {

    private final FindingOffer findingOffer;
    private final FindingPlacement findingPlacement;
    private final People people;
    private final Offers offers;
    private final AgreeingPlacement agreeing;

    GroundOfAgreements(
            FindingOffer findingOffer,
            FindingPlacement findingPlacement,
            People people,
            Offers offers,
            AgreeingPlacement agreeing) {
        this.findingOffer = findingOffer;
        this.findingPlacement = findingPlacement;
        this.people = people;
        this.offers = offers;
        this.agreeing = agreeing;
    }

    /** The offer behind the agreement, if the caller may see it. */
    Offer visible(Caller caller, AgreementKind kind, String id) {
        return seen(caller, kind, id).offer();
    }

    /** The same with the placement that an employment agreement comes from. */
    AgreementGround seen(Caller caller, AgreementKind kind, String id) {
        return switch (kind) {
            case INTERNSHIP -> new AgreementGround(findingOffer.visible(caller, id), null);
            case EMPLOYMENT -> {
                Placement placement = findingPlacement.find(caller, id);
                yield new AgreementGround(offers.find(placement.offer()).orElseThrow(), placement);
            }
        };
    }

    AgreementGround lock(Offer found) {
        people.lockKnown(found.person());
        UUID id = found.id();
        Offer offer = offers.lock(id).orElseThrow();
        return new AgreementGround(offer, agreeing.lockOf(id).orElse(null));
    }
}
