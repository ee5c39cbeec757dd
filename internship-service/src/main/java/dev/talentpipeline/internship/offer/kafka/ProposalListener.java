package dev.talentpipeline.internship.offer.kafka;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.internship.offer.AdmittingProposal;
import dev.talentpipeline.internship.offer.Proposal;
import dev.talentpipeline.internship.offer.Proposal.Explanation;
import dev.talentpipeline.internship.offer.Proposal.Part;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.offer.UnknownProposalException;
import dev.talentpipeline.internship.origin.Acting;
import dev.talentpipeline.internship.origin.Origin;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.kit.tracing.TraceContexts;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topics;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads proposals from the topic {@code placement-offers}. The answer's events are caused by the proposal and say so. */
@Component
final class ProposalListener {

    private static final String TOPIC = "placement-offers";

    private final EventCodec codec;
    private final AdmittingProposal admitting;
    private final EventCounters counters;

    ProposalListener(EventCodec codec, AdmittingProposal admitting, EventCounters counters) {
        this.codec = codec;
        this.admitting = admitting;
        this.counters = counters;
    }

    @KafkaListener(topics = TOPIC, containerFactory = "eventListenerContainerFactory")
    void proposed(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            throw new UnappliableEventException("A proposal is never taken back by a tombstone.");
        }
        EventHeaders headers = EventHeaders.readFrom(record.headers());
        Proposal proposal = proposal(codec.decode(Topics.PLACEMENT_OFFERS, value));
        Origin origin = new Origin(
                Objects.requireNonNullElse(headers.correlationId(), headers.id()),
                headers.id(),
                TraceContexts.current());
        switch (origin.of(() -> Acting.MATCHER.does(() -> answer(proposal)))) {
            case ADMITTED, REJECTED -> counters.applied(TOPIC);
            case REPEATED -> counters.duplicate(TOPIC);
        }
    }

    private AdmittingProposal.Answer answer(Proposal proposal) {
        try {
            return admitting.answer(proposal);
        } catch (UnknownProposalException e) {
            throw new UnappliableEventException(Objects.requireNonNullElse(e.getMessage(), "unknown proposal"));
        }
    }

    private static Proposal proposal(PlacementOffer event) {
        String replaces = event.getReplaces();
        return new Proposal(
                id("offerId", event.getOfferId()),
                event.getProgrammeId(),
                event.getClearing(),
                id("studentId", event.getStudentId()),
                id("internshipId", event.getInternshipId()),
                new Versions(event.getProgrammeVersion(), event.getStudentVersion(), event.getInternshipVersion()),
                new Explanation(
                        event.getScore(),
                        event.getParts().stream()
                                .map(part -> new Part(part.getName(), part.getValue(), part.getWeight()))
                                .toList(),
                        event.getMatchedSkills(),
                        event.getMissingSkills()),
                event.getStudentRank(),
                event.getInternshipRank(),
                replaces == null ? null : id("replaces", replaces),
                event.getProposedAt());
    }

    private static UUID id(String field, @Nullable String text) {
        UUID id = Violations.id(text);
        if (id == null) {
            throw new UnappliableEventException("%s (%s) must be a UUID.".formatted(field, text));
        }
        return id;
    }
}
