package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.agreement.FindingAgreement.Told;
import dev.talentpipeline.internship.agreement.Terms.EmploymentTerms;
import dev.talentpipeline.internship.agreement.Terms.InternshipTerms;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.internship.placement.AgreeingPlacement;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Placement.OfferedJob;
import dev.talentpipeline.internship.resource.ChinaTime;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A party enters its own signature under an agreement; nobody signs for another, whatever else they may do for them. Locks: person, offer,
 * placement.
 */
public final class SigningAgreement {

    private final GroundOfAgreements ground;
    private final Agreements agreements;
    private final AgreeingPlacement placements;
    private final Employments employments;
    private final AgreementDeeds deeds;
    private final Transactions transactions;
    private final Clock clock;

    SigningAgreement(
            GroundOfAgreements ground,
            Agreements agreements,
            AgreeingPlacement placements,
            Employments employments,
            AgreementDeeds deeds,
            Transactions transactions,
            Clock clock) {
        this.ground = ground;
        this.agreements = agreements;
        this.placements = placements;
        this.employments = employments;
        this.deeds = deeds;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A signature as it is asked for.
     *
     * @param revision the text that was read; null: whichever is there
     */
    public record Asked(
            LocalDate signedOn,
            @Nullable String scanHash,
            @Nullable Integer revision) {}

    /** Enters the signature. With the third, an internship agreement makes its placement AGREED. */
    public Told sign(Caller caller, AgreementKind kind, String id, Asked asked) {
        return transactions.within(() -> {
            Offer found = ground.visible(caller, kind, id);
            Party party = FindingAgreement.party(caller, found).orElseThrow(AgreementRefusals::noParty);
            OwnWord.refuseOthers(caller, "A signature");
            AgreementGround locked = ground.lock(found);
            Agreement agreement = agreements
                    .find(found.id(), kind)
                    .orElseThrow(
                            () -> AgreementRefusals.none(kind == AgreementKind.INTERNSHIP ? "offer" : "placement", id));
            Instant now = clock.instant();
            refuseUnlessPossible(locked, agreement, party, asked, now);
            Signature signature = new Signature(party, asked.signedOn(), asked.scanHash());
            Agreement signed = agreement.signed(signature, now);
            agreements.sign(signed, signature, new Actor(party.name(), caller.subject()));
            deeds.signed(signed, locked.offer(), party);
            switch (signed.kind()) {
                case INTERNSHIP -> placements.agreementSigned(locked.begun(), party, asked.signedOn(), now);
                case EMPLOYMENT -> {
                    placements.employmentSigned(locked.begun(), party, asked.signedOn(), now);
                    if (signed.isWhole()) {
                        employments.agreed(signed, locked.begun(), now);
                    }
                }
            }
            return Told.to(caller, signed, locked);
        });
    }

    private static void refuseUnlessPossible(
            AgreementGround locked, Agreement agreement, Party party, Asked asked, Instant now) {
        DraftingAgreement.refuseUnlessConfirmed(locked.offer());
        Integer revision = asked.revision();
        if (revision != null && revision != agreement.revision()) {
            throw AgreementRefusals.otherText(agreement, revision);
        }
        if (agreement.signedBy().contains(party)) {
            throw agreement.isWhole()
                    ? AgreementRefusals.whole(agreement)
                    : AgreementRefusals.signedAlready(agreement, party);
        }
        LocalDate today = ChinaTime.dateOf(now);
        LocalDate earliest = earliest(locked, agreement);
        if (asked.signedOn().isBefore(earliest) || asked.signedOn().isAfter(today)) {
            throw AgreementRefusals.dateNotPossible(asked.signedOn(), earliest, today);
        }
    }

    /** Nobody signs before there is something to agree on: the confirmed offer, or the accepted job. */
    private static LocalDate earliest(AgreementGround locked, Agreement agreement) {
        return switch (agreement.terms()) {
            case InternshipTerms _ -> ChinaTime.dateOf(locked.offer().changedAt());
            case EmploymentTerms terms -> {
                Placement placement = locked.begun();
                OfferedJob job = placement.acceptedJob().orElseThrow(() -> AgreementRefusals.noAcceptedJob(placement));
                if (job.entry() != terms.jobEntry()) {
                    throw AgreementRefusals.otherJob(agreement);
                }
                yield Objects.requireNonNull(job.acceptedOn(), "an accepted job has its day");
            }
        };
    }
}
