package dev.talentpipeline.internship.agreement.web;

import dev.talentpipeline.internship.agreement.Agreement;
import dev.talentpipeline.internship.agreement.AgreementAct;
import dev.talentpipeline.internship.agreement.AgreementKind;
import dev.talentpipeline.internship.agreement.FindingAgreement.Told;
import dev.talentpipeline.internship.agreement.Signature;
import dev.talentpipeline.internship.agreement.Terms;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it is answered, without the student's name; the printed one has it.
 *
 * @param revision number of the text, to be named when signing it
 * @param scanHash SHA-256 of the newest scan that was named with a signature
 * @param possible what whom it is answered to could do with it now
 */
record AgreementAnswer(
        UUID id,
        AgreementKind kind,
        UUID offer,
        String number,
        State state,
        int revision,
        long version,
        String university,
        String company,
        UUID student,
        Terms terms,
        List<Signature> signatures,
        List<Party> unsigned,
        @Nullable String scanHash,
        Instant changedAt,
        @OnlyInAnswers List<AgreementAct> possible) {

    /** How far it has come. */
    enum State {
        DRAFTED,
        PARTLY_SIGNED,
        WHOLE,
        /** Its offer was given up. */
        VOID
    }

    static AgreementAnswer of(Told told) {
        Agreement agreement = told.agreement();
        Offer offer = told.offer();
        return new AgreementAnswer(
                agreement.id(),
                agreement.kind(),
                agreement.offer(),
                agreement.number(),
                state(agreement, offer),
                agreement.revision(),
                agreement.version(),
                offer.university(),
                offer.company(),
                offer.proposal().student(),
                agreement.terms(),
                agreement.signatures(),
                agreement.unsigned(),
                agreement.signatures().reversed().stream()
                        .flatMap(signature -> Stream.ofNullable(signature.scanHash()))
                        .findFirst()
                        .orElse(null),
                agreement.changedAt(),
                told.possible());
    }

    private static State state(Agreement agreement, Offer offer) {
        if (offer.status() != OfferStatus.CONFIRMED) {
            return State.VOID;
        }
        if (agreement.isWhole()) {
            return State.WHOLE;
        }
        return agreement.signatures().isEmpty() ? State.DRAFTED : State.PARTLY_SIGNED;
    }
}
