package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Placement.OfferedJob;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is done with an agreement that was drafted. */
public enum AgreementAct {
    /** Another text. */
    DRAFT,
    SIGN;

    /** What the caller could do with it now; a day may still be refused. */
    static List<AgreementAct> possible(Caller caller, Agreement agreement, AgreementGround ground) {
        return Arrays.stream(values())
                .filter(act ->
                        ground.offer().status() == OfferStatus.CONFIRMED && act.isPossible(caller, agreement, ground))
                .toList();
    }

    private boolean isPossible(Caller caller, Agreement agreement, AgreementGround ground) {
        return switch (this) {
            case DRAFT ->
                Party.UNIVERSITY.isActedBy(caller, ground.offer())
                        && !agreement.isWhole()
                        && (agreement.kind() == AgreementKind.INTERNSHIP
                                || job(ground).isPresent());
            case SIGN -> isToSign(caller, agreement, ground.offer()) && isOfTheJob(agreement, ground);
        };
    }

    private static boolean isToSign(Caller caller, Agreement agreement, Offer offer) {
        boolean ownWord = !caller.is(Role.STUDENT) || OwnWord.isOf(caller);
        return ownWord
                && FindingAgreement.party(caller, offer)
                        .filter(party -> !agreement.signedBy().contains(party))
                        .isPresent();
    }

    /** Whether it is about the job that the student accepted, if it is about one. */
    private static boolean isOfTheJob(Agreement agreement, AgreementGround ground) {
        return switch (agreement.terms()) {
            case Terms.InternshipTerms _ -> true;
            case Terms.EmploymentTerms terms ->
                job(ground).filter(job -> job.entry() == terms.jobEntry()).isPresent();
        };
    }

    private static Optional<OfferedJob> job(AgreementGround ground) {
        return Optional.ofNullable(ground.placement()).flatMap(Placement::acceptedJob);
    }
}
