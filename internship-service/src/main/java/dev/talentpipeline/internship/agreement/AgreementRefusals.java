package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.RefusedException;
import java.time.LocalDate;
import java.util.Map;

/** Why an agreement is not drafted or signed: what holds, who may, and what to do. Each message is written once, here. */
final class AgreementRefusals {

    private AgreementRefusals() {}

    static RefusedException notTheUniversity() {
        return new Refusal.Forbidden("An agreement is drafted by the student's university. The others sign it.")
                .asException();
    }

    static RefusedException noParty() {
        return new Refusal.Forbidden("An agreement is signed, and printed with names, by its three parties only.")
                .asException();
    }

    static RefusedException none(String what, String id) {
        return new Refusal.NotFound("agreement of %s".formatted(what), id).asException();
    }

    static RefusedException offerNotConfirmed(Offer offer) {
        return new Refusal.Conflict(
                        "offer-not-confirmed",
                        "offer (%s) is %s, and only a CONFIRMED one has an agreement.%s"
                                .formatted(
                                        offer.id(),
                                        offer.status(),
                                        offer.status().isActive()
                                                ? " Have it accepted, and endorsed where that is asked, first."
                                                : ""),
                        Map.of("state", offer.status(), "version", offer.version()))
                .asException();
    }

    static RefusedException whole(Agreement agreement) {
        return new Refusal.Conflict(
                        "agreement-final",
                        "agreement (%s) was signed by all and is final. Maybe a release of the offer is what is wanted."
                                .formatted(agreement.number()),
                        facts(agreement))
                .asException();
    }

    static RefusedException numberTaken(String number) {
        return new Refusal.Conflict(
                        "number-taken",
                        "number (%s) must be the university's for one agreement only. Give another.".formatted(number),
                        Map.of("field", "number", "value", number))
                .asException();
    }

    static RefusedException signedAlready(Agreement agreement, Party party) {
        return new Refusal.Conflict(
                        "already-signed",
                        "%s has signed agreement (%s), text %d, already. It is for %s to sign."
                                .formatted(party, agreement.number(), agreement.revision(), agreement.unsigned()),
                        facts(agreement))
                .asException();
    }

    static RefusedException otherText(Agreement agreement, int revision) {
        return new Refusal.Conflict(
                        "agreement-changed",
                        "agreement (%s) has text %d by now, not (%d). Read it again before you sign."
                                .formatted(agreement.number(), agreement.revision(), revision),
                        facts(agreement))
                .asException();
    }

    static RefusedException dateNotPossible(LocalDate signedOn, LocalDate earliest, LocalDate today) {
        return new Refusal.Unprocessable(
                        "date-not-possible",
                        "signedOn must be from %s, when what the agreement rests on was settled, to today, %s."
                                .formatted(earliest, today),
                        "signedOn",
                        signedOn,
                        "Give the day on the paper.",
                        Map.of())
                .asException();
    }

    static RefusedException outsideTheOffer(String field, Object value, Offer offer) {
        var commitment = offer.commitment();
        return new Refusal.Unprocessable(
                        "outside-the-offer",
                        "The agreement must stay within what the offer binds the student to: %s to %s, %d days a week."
                                .formatted(commitment.startsOn(), commitment.endsOn(), commitment.daysPerWeek()),
                        field,
                        value,
                        "Leave it out to take the offer's.",
                        Map.of())
                .asException();
    }

    static RefusedException noAcceptedJob(Placement placement) {
        return new Refusal.Conflict(
                        "no-accepted-job",
                        "placement (%s) has no job offer that was accepted, and an internship alone is no employment. %s"
                                .formatted(
                                        placement.id(),
                                        placement.job() == null
                                                ? "It is for the company to offer a job, and for the student to accept it."
                                                : "It is for the student to accept the job."),
                        Map.of("state", placement.state(), "version", placement.version()))
                .asException();
    }

    static RefusedException otherJob(Agreement agreement) {
        return new Refusal.Conflict(
                        "agreement-changed",
                        "agreement (%s) is about a job offer that does not hold any more. It is for the university to draft it anew."
                                .formatted(agreement.number()),
                        facts(agreement))
                .asException();
    }

    private static Map<String, Object> facts(Agreement agreement) {
        return Map.of(
                "revision", agreement.revision(),
                "version", agreement.version(),
                "unsigned", agreement.unsigned());
    }
}
