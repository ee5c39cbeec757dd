package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.Party;
import java.util.Map;

/**
 * Puts on the audit trail what is done to agreements: that a text was drafted or took the place of another, and who signed which. Neither
 * what the text says nor the hash of a scan is on it, as they are erased with the person.
 */
final class AgreementDeeds {

    private final AuditTrail trail;

    AgreementDeeds(AuditTrail trail) {
        this.trail = trail;
    }

    void drafted(Agreement agreement, Offer offer) {
        record(
                agreement.revision() == 1 ? "AGREEMENT_DRAFTED" : "AGREEMENT_REVISED",
                agreement,
                offer,
                Party.UNIVERSITY);
    }

    void signed(Agreement agreement, Offer offer, Party by) {
        record("AGREEMENT_SIGNED", agreement, offer, by);
    }

    private void record(String what, Agreement agreement, Offer offer, Party by) {
        trail.record(new Deed(
                what,
                new Deed.Entity("AGREEMENT", agreement.id().toString()),
                agreement.version(),
                new Deed.Concerned(offer.university(), offer.company(), offer.person()),
                Map.of(
                        "offer", offer.id().toString(),
                        "kind", agreement.kind().name(),
                        "revision", Integer.toString(agreement.revision()),
                        "party", by.name())));
    }
}
