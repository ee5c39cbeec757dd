package dev.talentpipeline.internship.reconciliation.kafka;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Import;
import dev.talentpipeline.events.ImportState;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.Interview;
import dev.talentpipeline.events.InterviewState;
import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.events.MeetingState;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.Placement;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.schemas.Topics;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/**
 * Takes back what was told of entities that nobody knows any more: each ends in a state that binds nothing, with a reason that says why. What
 * is personal goes with a tombstone, since nobody could erase it later.
 */
@Component
final class Undoing {

    /** Code of the reason. */
    static final String DATA_RESTORED = "DATA_RESTORED";

    private static final Set<OfferState> BINDING = EnumSet.of(
            OfferState.AWAITING_APPROVAL,
            OfferState.EXTENDED,
            OfferState.KEPT,
            OfferState.ACCEPTED,
            OfferState.CONFIRMED);

    private static final Set<InterviewState> AHEAD = EnumSet.of(InterviewState.PROPOSED, InterviewState.CONFIRMED);

    private static final Set<ImportState> NOT_OVER =
            EnumSet.of(ImportState.READING, ImportState.READY, ImportState.COMMITTING);

    private static final Set<PlacementState> UNDER_WAY =
            EnumSet.of(PlacementState.AWAITING_SIGNATURES, PlacementState.AGREED, PlacementState.STARTED);

    private final AvroOutbox events;
    private final Outbox outbox;
    private final Clock clock;

    Undoing(AvroOutbox events, Outbox outbox, Clock clock) {
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells the end of what the event told, as the version given; false if it has come to an end already. */
    boolean undo(String topic, String key, SpecificRecord newest, long version) {
        return switch (newest) {
            case Offer offer
            when BINDING.contains(offer.getState()) -> {
                events.append(
                        Topics.OFFERS,
                        key,
                        version,
                        Offer.newBuilder(offer)
                                .setVersion(version)
                                .setState(OfferState.RESCINDED)
                                .setReason(DATA_RESTORED)
                                .setRespondBy(null)
                                .setChangedAt(clock.instant())
                                .build());
                yield true;
            }
            case Placement placement
            when UNDER_WAY.contains(placement.getState()) -> {
                events.append(
                        Topics.PLACEMENTS,
                        key,
                        version,
                        Placement.newBuilder(placement)
                                .setVersion(version)
                                .setState(PlacementState.RELEASED)
                                .setReason(DATA_RESTORED)
                                .setChangedAt(clock.instant())
                                .build());
                yield true;
            }
            case Meeting meeting
            when meeting.getState() == MeetingState.INVITED || meeting.getState() == MeetingState.OPEN -> {
                events.append(
                        Topics.MEETINGS,
                        key,
                        version,
                        Meeting.newBuilder(meeting)
                                .setVersion(version)
                                .setState(
                                        meeting.getState() == MeetingState.INVITED
                                                ? MeetingState.WITHDRAWN
                                                : MeetingState.ENDED)
                                .setReason(DATA_RESTORED)
                                .setRespondBy(null)
                                .setInterviews(calledOff(meeting.getInterviews()))
                                .setChangedBy("SYSTEM")
                                .setChangedAt(clock.instant())
                                .build());
                yield true;
            }
            case Import file
            when NOT_OVER.contains(file.getState()) -> {
                events.append(
                        Topics.IMPORTS,
                        key,
                        version,
                        Import.newBuilder(file)
                                .setVersion(version)
                                .setState(ImportState.EXPIRED)
                                .setFault(DATA_RESTORED)
                                .setChangedAt(clock.instant())
                                .build());
                yield true;
            }
            case Internship internship
            when internship.getState() != InternshipState.WITHDRAWN -> {
                events.append(
                        Topics.INTERNSHIPS,
                        key,
                        version,
                        Internship.newBuilder(internship)
                                .setVersion(version)
                                .setState(InternshipState.WITHDRAWN)
                                .setApprovers(List.of())
                                .setReason(DATA_RESTORED)
                                .setChangedAt(clock.instant())
                                .build());
                yield true;
            }
            case Programme programme
            when programme.getState() != ProgrammeState.CLOSED -> {
                events.append(
                        Topics.PROGRAMMES,
                        key,
                        version,
                        Programme.newBuilder(programme)
                                .setVersion(version)
                                .setState(ProgrammeState.CLOSED)
                                .setChangedAt(clock.instant())
                                .build());
                yield true;
            }
            case StudentProfile student -> {
                erase(topic, key, version, "STUDENT", student.getPersonId(), student.getUniversity());
                yield true;
            }
            case Contact contact -> {
                erase(topic, key, version, "PERSON", contact.getPersonId(), contact.getOrganisation());
                yield true;
            }
            default -> false;
        };
    }

    private static List<Interview> calledOff(List<Interview> interviews) {
        return interviews.stream()
                .map(interview -> AHEAD.contains(interview.getState())
                        ? Interview.newBuilder(interview)
                                .setState(InterviewState.CANCELLED)
                                .setProposedBy(null)
                                .build()
                        : interview)
                .toList();
    }

    private void erase(String topic, String key, long version, String kind, String person, String organisation) {
        String id = key.substring(key.indexOf('/') + 1);
        outbox.erase(
                topic,
                key,
                version,
                new Deed(
                        "LOST",
                        new Entity(kind, id),
                        version,
                        new Concerned(organisation, null, Violations.id(person)),
                        Map.of("person", person)));
    }
}
