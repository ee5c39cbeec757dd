package dev.talentpipeline.internship.offer.kafka;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.ScorePart;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferEvents;
import dev.talentpipeline.internship.offer.Proposal;
import dev.talentpipeline.internship.offer.RejectReason;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Offers on the topic {@code offers}. */
@Component
final class AvroOfferEvents implements OfferEvents {

    private final AvroOutbox outbox;

    AvroOfferEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Offer offer) {
        outbox.append(Topics.OFFERS, key(offer), offer.version(), event(offer));
    }

    @Override
    public void repeated(Offer offer) {
        outbox.repeat(Topics.OFFERS, key(offer), offer.version(), event(offer));
    }

    @Override
    public void turnedAway(Proposal proposal, long version) {
        // Everything but the state is what a reader needs to find the proposal again.
        LocalDate day = LocalDate.ofInstant(proposal.proposedAt(), ZoneOffset.UTC);
        dev.talentpipeline.events.Offer event = dev.talentpipeline.events.Offer.newBuilder()
                .setProgrammeId(proposal.programme())
                .setOfferId(proposal.id().toString())
                .setVersion(version)
                .setState(OfferState.REJECTED)
                .setReason(RejectReason.STALE.name())
                .setStudentId(proposal.student().toString())
                .setInternshipId(proposal.internship().toString())
                .setPersonId("")
                .setUniversity("")
                .setCompany("")
                .setClearing(proposal.clearing())
                .setProgrammeVersion(proposal.seen().programme())
                .setStudentVersion(proposal.seen().student())
                .setInternshipVersion(proposal.seen().internship())
                .setScore(proposal.explanation().score())
                .setStudentRank(proposal.studentRank())
                .setInternshipRank(proposal.internshipRank())
                .setProposedAt(proposal.proposedAt())
                .setStartsOn(day)
                .setEndsOn(day)
                .setChangedAt(proposal.proposedAt())
                .build();
        outbox.repeat(Topics.OFFERS, Topic.key(proposal.programme(), event.getOfferId()), version, event);
    }

    private static String key(Offer offer) {
        return Topic.key(offer.proposal().programme(), offer.id().toString());
    }

    private static dev.talentpipeline.events.Offer event(Offer offer) {
        Proposal proposal = offer.proposal();
        return dev.talentpipeline.events.Offer.newBuilder()
                .setProgrammeId(proposal.programme())
                .setOfferId(offer.id().toString())
                .setVersion(offer.version())
                .setState(OfferState.valueOf(offer.status().name()))
                .setReason(offer.state().reason())
                .setStudentId(proposal.student().toString())
                .setInternshipId(proposal.internship().toString())
                .setPersonId(offer.person().toString())
                .setUniversity(offer.university())
                .setCompany(offer.company())
                .setClearing(proposal.clearing())
                .setProgrammeVersion(offer.versions().programme())
                .setStudentVersion(offer.versions().student())
                .setInternshipVersion(offer.versions().internship())
                .setScore(proposal.explanation().score())
                .setParts(proposal.explanation().parts().stream()
                        .map(part -> new ScorePart(part.name(), part.value(), part.weight()))
                        .toList())
                .setMatchedSkills(proposal.explanation().matchedSkills())
                .setMissingSkills(proposal.explanation().missingSkills())
                .setStudentRank(proposal.studentRank())
                .setInternshipRank(proposal.internshipRank())
                .setReplaces(Objects.toString(proposal.replaces(), null))
                .setProposedAt(proposal.proposedAt())
                .setRespondBy(offer.state().respondBy())
                .setRemindedAt(offer.awaiting().remindedAt())
                .setEscalatedAt(offer.awaiting().escalatedAt())
                .setStartsOn(offer.commitment().startsOn())
                .setEndsOn(offer.commitment().endsOn())
                .setDaysPerWeek(offer.commitment().daysPerWeek())
                .setChangedAt(offer.changedAt())
                .build();
    }
}
