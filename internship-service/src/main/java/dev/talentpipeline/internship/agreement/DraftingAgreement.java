package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.agreement.Terms.EmploymentTerms;
import dev.talentpipeline.internship.agreement.Terms.InternshipTerms;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Commitment;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.AgreeingPlacement;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Placement.OfferedJob;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The university drafts an agreement, or gives it another text. Another text voids the signatures under the one before, which stay on
 * record with it; what all have signed is final. Locks: person, offer, placement.
 */
public final class DraftingAgreement {

    private final GroundOfAgreements ground;
    private final Agreements agreements;
    private final AgreeingPlacement placements;
    private final AgreementDeeds deeds;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    DraftingAgreement(
            GroundOfAgreements ground,
            Agreements agreements,
            AgreeingPlacement placements,
            AgreementDeeds deeds,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.ground = ground;
        this.agreements = agreements;
        this.placements = placements;
        this.deeds = deeds;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is agreed on about an internship.
     *
     * @param startsOn null: the offer's, as with the next two
     */
    public record InternshipDraft(
            String number,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer daysPerWeek,
            Insurance insurance,
            String mentor,
            String supervisor) {}

    /** What is agreed on about a job beyond what its offer says. */
    public record EmploymentDraft(String number, String workplace) {}

    /** Drafts the internship agreement of an offer. */
    public Posted<FindingAgreement.Told> draft(Caller caller, String offer, InternshipDraft draft) {
        return draft(caller, AgreementKind.INTERNSHIP, offer, draft.number(), locked -> terms(locked.offer(), draft));
    }

    /** Drafts the employment agreement that follows from the job offer which was accepted in the placement. */
    public Posted<FindingAgreement.Told> draft(Caller caller, String placement, EmploymentDraft draft) {
        return draft(caller, AgreementKind.EMPLOYMENT, placement, draft.number(), locked -> terms(locked, draft));
    }

    /** Makes the terms out of what is locked. */
    private interface Terming {
        Terms terms(AgreementGround locked);
    }

    private Posted<FindingAgreement.Told> draft(
            Caller caller, AgreementKind kind, String id, String number, Terming terming) {
        return transactions.within(() -> {
            Offer found = ground.visible(caller, kind, id);
            if (!Party.UNIVERSITY.isActedBy(caller, found)) {
                throw AgreementRefusals.notTheUniversity();
            }
            AgreementGround locked = ground.lock(found);
            Offer offer = locked.offer();
            refuseUnlessConfirmed(offer);
            Terms terms = terming.terms(locked);
            Optional<Agreement> before = agreements.find(offer.id(), kind);
            before.map(Agreement::version).ifPresentOrElse(SeenVersion::refuseUnlessSeen, SeenVersion::refuseNew);
            if (before.isPresent() && before.get().says(number, terms)) {
                return new Posted<>(FindingAgreement.Told.to(caller, before.get(), locked), false);
            }
            before.filter(Agreement::isWhole).ifPresent(whole -> {
                throw AgreementRefusals.whole(whole);
            });
            if (!agreements.claimNumber(offer.university(), kind, number, offer.id())) {
                throw AgreementRefusals.numberTaken(number);
            }
            Instant now = clock.instant();
            Actor by = new Actor(Party.UNIVERSITY.name(), caller.subject());
            Agreement agreement = keep(before, offer, number, terms, by, now);
            deeds.drafted(agreement, offer);
            tell(locked, agreement, now);
            return new Posted<>(FindingAgreement.Told.to(caller, agreement, locked), before.isEmpty());
        });
    }

    private Agreement keep(Optional<Agreement> before, Offer offer, String number, Terms terms, Actor by, Instant now) {
        if (before.isPresent()) {
            Agreement revised = before.get().revised(number, terms, now);
            agreements.revise(revised, by);
            return revised;
        }
        Agreement drafted =
                new Agreement(ids.get(), offer.id(), offer.university(), number, 1, terms, List.of(), 1, now);
        agreements.add(drafted, by);
        return drafted;
    }

    private void tell(AgreementGround locked, Agreement agreement, Instant now) {
        switch (agreement.terms()) {
            case InternshipTerms terms ->
                placements.agreementRevised(
                        locked.offer(), agreement.revision(), terms.startsOn(), terms.endsOn(), now);
            case EmploymentTerms _ -> placements.employmentRevised(locked.begun(), agreement.revision(), now);
        }
    }

    static void refuseUnlessConfirmed(Offer offer) {
        if (offer.status() != OfferStatus.CONFIRMED) {
            throw AgreementRefusals.offerNotConfirmed(offer);
        }
    }

    /** An agreement binds the student to no day that the offer does not: only the offer's days are known to be free. */
    private static Terms terms(Offer offer, InternshipDraft draft) {
        Commitment commitment = offer.commitment();
        LocalDate startsOn = Objects.requireNonNullElse(draft.startsOn(), commitment.startsOn());
        LocalDate endsOn = Objects.requireNonNullElse(draft.endsOn(), commitment.endsOn());
        int daysPerWeek = Objects.requireNonNullElse(draft.daysPerWeek(), commitment.daysPerWeek());
        if (startsOn.isBefore(commitment.startsOn())) {
            throw AgreementRefusals.outsideTheOffer("startsOn", startsOn, offer);
        }
        if (endsOn.isAfter(commitment.endsOn()) || endsOn.isBefore(startsOn)) {
            throw AgreementRefusals.outsideTheOffer("endsOn", endsOn, offer);
        }
        if (daysPerWeek > commitment.daysPerWeek()) {
            throw AgreementRefusals.outsideTheOffer("daysPerWeek", daysPerWeek, offer);
        }
        return new InternshipTerms(
                startsOn, endsOn, daysPerWeek, draft.insurance(), draft.mentor(), draft.supervisor());
    }

    private static Terms terms(AgreementGround locked, EmploymentDraft draft) {
        Placement placement = locked.begun();
        OfferedJob job = placement.acceptedJob().orElseThrow(() -> AgreementRefusals.noAcceptedJob(placement));
        return new EmploymentTerms(job.entry(), job.job().title(), job.job().startsOn(), draft.workplace());
    }
}
