package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.agreement.AgreementSheet.Name;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import java.util.Optional;

/** Finds agreements for their parties and operations, and prints them for their parties. */
public final class FindingAgreement {

    private final GroundOfAgreements ground;
    private final Agreements agreements;
    private final People people;
    private final Organisations organisations;

    FindingAgreement(GroundOfAgreements ground, Agreements agreements, People people, Organisations organisations) {
        this.ground = ground;
        this.agreements = agreements;
        this.people = people;
        this.organisations = organisations;
    }

    /**
     * An agreement with the offer that it comes from.
     *
     * @param possible what whom it is told to could do with it now
     */
    public record Told(Agreement agreement, Offer offer, List<AgreementAct> possible) {

        static Told to(Caller caller, Agreement agreement, AgreementGround ground) {
            return new Told(
                    agreement, ground.offer(), AgreementAct.possible(caller, Paper.of(agreement), Standing.of(ground)));
        }
    }

    /**
     * The agreement.
     *
     * @param id of the offer for an internship agreement, of the placement for an employment agreement
     */
    public Told find(Caller caller, AgreementKind kind, String id) {
        AgreementGround seen = ground.seen(caller, kind, id);
        Agreement agreement = agreements
                .find(seen.offer().id(), kind)
                .orElseThrow(
                        () -> AgreementRefusals.none(kind == AgreementKind.INTERNSHIP ? "offer" : "placement", id));
        return Told.to(caller, agreement, seen);
    }

    /** What is printed: names are for the parties' eyes. */
    public AgreementSheet sheet(Caller caller, AgreementKind kind, String id) {
        Told told = find(caller, kind, id);
        if (party(caller, told.offer()).isEmpty()) {
            throw AgreementRefusals.noParty();
        }
        String student = people.find(told.offer().person()).orElseThrow().name();
        return new AgreementSheet(
                told.agreement(),
                name(told.offer().university()),
                name(told.offer().company()),
                student);
    }

    private Name name(String organisation) {
        return organisations
                .find(organisation)
                .map(found -> Name.of(found.profile()))
                .orElseGet(() -> Name.of(organisation));
    }

    static Optional<Party> party(Caller caller, Offer offer) {
        return Standing.of(offer, null).party(caller);
    }
}
