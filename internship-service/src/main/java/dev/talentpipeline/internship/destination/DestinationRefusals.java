package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a destination is not recorded, verified or voided. Each message is written once, here. */
final class DestinationRefusals {

    private static final String INTERNSHIP = "internship-is-no-destination";

    private DestinationRefusals() {}

    static RuntimeException unknownKind(String code, List<DestinationKind> all) {
        List<String> codes = all.stream().map(DestinationKind::code).toList();
        return new Refusal.Unprocessable(
                        "not-in-catalogue",
                        "kind (%s) must be a code of the table of destinations.".formatted(code),
                        "kind",
                        code,
                        "Use a code as GET /api/v1/destination-kinds gives it.",
                        Map.of("kinds", codes))
                .asException();
    }

    static RuntimeException evidenceMissing(DestinationKind kind) {
        return new Refusal.Unprocessable(
                        "evidence-missing",
                        "kind (%s) must have its evidence: without it nothing counts.".formatted(kind.code()),
                        "evidence",
                        null,
                        "Give evidence with its kind, one of %s, and its document, the number of the paper."
                                .formatted(kind.evidence()),
                        Map.of("accepted", kind.evidence()))
                .asException();
    }

    static RuntimeException evidenceNotAccepted(DestinationKind kind, EvidenceKind given) {
        List<EvidenceKind> accepted = kind.evidence();
        return new Refusal.Unprocessable(
                        "evidence-not-accepted",
                        "evidence.kind (%s) must be what proves kind (%s).".formatted(given, kind.code()),
                        "evidence.kind",
                        given,
                        accepted.isEmpty()
                                ? "This kind needs no evidence; leave it out. Maybe another kind is meant."
                                : "Give one of %s. Maybe another kind is meant.".formatted(accepted),
                        Map.of("accepted", accepted))
                .asException();
    }

    static RuntimeException internship(String field, Object value) {
        return new Refusal.Unprocessable(
                        INTERNSHIP,
                        "%s (%s) must prove where the graduate goes, and an internship agreement does not: an internship is no destination."
                                .formatted(field, value),
                        field,
                        value,
                        "Give the paper of the job. Where the platform's employment agreement is signed by all, the destination comes by itself.",
                        Map.of())
                .asException();
    }

    static RuntimeException standing(Destination current) {
        return new Refusal.Conflict(
                        "destination-stands",
                        "The graduate has a destination (%s). Maybe it is past: then give its id as replaces. Maybe it is wrong: then void it first."
                                .formatted(current.id()),
                        Map.of(
                                "current",
                                current.id(),
                                "kind",
                                current.kind().code(),
                                "since",
                                current.facts().since()))
                .asException();
    }

    static RuntimeException replacesNothing(UUID replaces) {
        return new Refusal.Conflict(
                        "destination-not-current",
                        "replaces (%s) must be the destination that holds, and none does. Leave it out."
                                .formatted(replaces),
                        Map.of())
                .asException();
    }

    static RuntimeException over(Destination destination) {
        return new Refusal.Conflict(
                        "destination-not-current",
                        "destination (%s) does not hold any more, and stays on record as it is."
                                .formatted(destination.id()),
                        Map.of("destination", destination.id()))
                .asException();
    }

    static RuntimeException agreed(Destination destination) {
        return new Refusal.Conflict(
                        "destination-agreed",
                        "destination (%s) comes from an employment agreement that all have signed. If it is past, record the next one with its id as replaces."
                                .formatted(destination.id()),
                        Map.of("destination", destination.id()))
                .asException();
    }

    static RuntimeException notFound(@Nullable String id) {
        return new Refusal.NotFound("destination", String.valueOf(id)).asException();
    }
}
