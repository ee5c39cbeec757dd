package dev.talentpipeline.internship.placement.kafka;

import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.internship.placement.Entry;
import dev.talentpipeline.internship.placement.Entry.Content.Recorded;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Placement.OfferedJob;
import dev.talentpipeline.internship.placement.PlacementEvents;
import dev.talentpipeline.internship.placement.Signing;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Placements on the topic {@code placements}: codes and dates, no text. */
@Component
final class AvroPlacementEvents implements PlacementEvents {

    private final AvroOutbox outbox;

    AvroPlacementEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Placement placement) {
        outbox.append(
                Topics.PLACEMENTS,
                Topic.key(placement.programme(), placement.id().toString()),
                placement.version(),
                event(placement));
    }

    private static dev.talentpipeline.events.Placement event(Placement placement) {
        OfferedJob job = placement.job();
        Signing employment = placement.employment();
        Entry awaiting = placement.awaitingConfirmation();
        Recorded step = awaiting != null && awaiting.content() instanceof Recorded recorded ? recorded : null;
        return dev.talentpipeline.events.Placement.newBuilder()
                .setProgrammeId(placement.programme())
                .setPlacementId(placement.id().toString())
                .setVersion(placement.version())
                .setState(PlacementState.valueOf(placement.state().name()))
                .setOfferId(placement.offer().toString())
                .setStudentId(placement.student().toString())
                .setInternshipId(placement.internship().toString())
                .setPersonId(placement.person().toString())
                .setUniversity(placement.university())
                .setCompany(placement.company())
                .setStartsOn(placement.startsOn())
                .setEndsOn(placement.endsOn())
                .setStartedOn(placement.startedOn())
                .setEndedOn(placement.endedOn())
                .setReason(placement.reason())
                .setAwaitingConfirmation(step == null ? null : step.step().name())
                .setAwaitingOn(step == null ? null : step.on())
                .setAwaitingRecordedBy(
                        step == null || awaiting == null ? null : awaiting.by().role())
                .setAgreementRevision(placement.agreement().revision())
                .setAgreementSignedBy(
                        placement.agreement().by().stream().map(Party::name).toList())
                .setJobOfferedAt(job == null ? null : job.offeredAt())
                .setJobAcceptedAt(job == null ? null : job.acceptedAt())
                .setJobDeclinedAt(job == null ? null : job.declinedAt())
                .setJobStartsOn(job == null ? null : job.job().startsOn())
                .setJobMatchesResearchTopic(job == null ? null : job.job().matchesResearchTopic())
                .setEmploymentAgreedOn(agreedOn(employment))
                .setChangedAt(placement.changedAt())
                .build();
    }

    private static @Nullable LocalDate agreedOn(@Nullable Signing employment) {
        return employment != null && employment.isWhole() ? employment.lastOn() : null;
    }
}
