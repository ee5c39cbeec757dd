package dev.talentpipeline.internship.offer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.offer.DecisionKind;
import dev.talentpipeline.internship.offer.Endorsing;
import dev.talentpipeline.internship.offer.FindingOffer;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.offer.Proposal;
import dev.talentpipeline.internship.offer.Proposal.Part;
import dev.talentpipeline.internship.offer.ReleaseRequest;
import dev.talentpipeline.internship.offer.Seat;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is answered, without a name on either side.
 *
 * @param possible what whom it is answered to could do about it now
 */
record OfferAnswer(
        UUID id,
        String programme,
        UUID student,
        UUID internship,
        OfferStatus state,
        double score,
        Map<String, Double> parts,
        Map<String, Double> weights,
        List<String> matchedSkills,
        List<String> missingSkills,
        int studentRank,
        int internshipRank,
        long clearing,
        @Nullable UUID replaces,
        long version,
        Instant proposedAt,
        @Nullable Instant respondBy,
        @Nullable Party endorser,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt,
        @Nullable ReleaseAnswer release,
        List<EntryAnswer> history,
        @OnlyInAnswers List<OfferAct> possible) {

    /** The release that is asked for. */
    record ReleaseAnswer(Party askedBy, String reason, boolean refused, Seat seat) {
        static @Nullable ReleaseAnswer of(@Nullable ReleaseRequest request) {
            return request == null
                    ? null
                    : new ReleaseAnswer(request.askedBy(), request.reason(), request.refused(), request.seat());
        }
    }

    /** One state that it was in, or one step while it was in it. */
    record EntryAnswer(
            OfferStatus state,
            Instant at,
            String by,
            @Nullable String reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) ReleaseRequest.@Nullable Step release,
            @JsonInclude(JsonInclude.Include.NON_NULL) Offer.@Nullable Step step) {}

    /** @param agreementToDraft whether whom it is answered to could draft the first text of its agreement */
    static OfferAnswer of(FindingOffer.Told told, boolean agreementToDraft) {
        Offer offer = told.offer();
        Proposal proposal = offer.proposal();
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Part part : proposal.explanation().parts()) {
            values.put(part.name(), part.value());
            weights.put(part.name(), part.weight());
        }
        return new OfferAnswer(
                offer.id(),
                proposal.programme(),
                proposal.student(),
                proposal.internship(),
                offer.status(),
                proposal.explanation().score(),
                values,
                weights,
                proposal.explanation().matchedSkills(),
                proposal.explanation().missingSkills(),
                proposal.studentRank(),
                proposal.internshipRank(),
                proposal.clearing(),
                proposal.replaces(),
                offer.version(),
                proposal.proposedAt(),
                offer.state().respondBy(),
                offer.state() instanceof Accepted(Endorsing endorsing, var _) && endorsing != null
                        ? endorsing.by()
                        : null,
                offer.awaiting().remindedAt(),
                offer.awaiting().escalatedAt(),
                ReleaseAnswer.of(offer.state().release()),
                told.history().stream()
                        .map(entry -> new EntryAnswer(
                                entry.status(),
                                entry.at(),
                                entry.by().role(),
                                entry.reason(),
                                entry.release(),
                                entry.step()))
                        .toList(),
                possible(told.possible(), agreementToDraft));
    }

    private static List<OfferAct> possible(List<DecisionKind> decisions, boolean agreementToDraft) {
        Stream<OfferAct> draft = agreementToDraft ? Stream.of(OfferAct.DRAFT_AGREEMENT) : Stream.empty();
        return Stream.concat(decisions.stream().map(OfferAct::of), draft).toList();
    }
}
