package dev.talentpipeline.internship.meeting.kafka;

import dev.talentpipeline.events.InterviewState;
import dev.talentpipeline.events.MeetingState;
import dev.talentpipeline.internship.meeting.Interview;
import dev.talentpipeline.internship.meeting.Meeting;
import dev.talentpipeline.internship.meeting.MeetingEvents;
import dev.talentpipeline.internship.meeting.Side;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Meetings on the topic {@code meetings}: ids, states and times. What was written, where they meet and how it went is nobody else's. */
@Component
final class AvroMeetingEvents implements MeetingEvents {

    private final AvroOutbox outbox;

    AvroMeetingEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Meeting meeting, List<Interview> interviews, String by) {
        outbox.append(
                Topics.MEETINGS,
                Topic.key(meeting.programme(), meeting.id().toString()),
                meeting.version(),
                event(meeting, interviews, by));
    }

    private static dev.talentpipeline.events.Meeting event(Meeting meeting, List<Interview> interviews, String by) {
        UUID internship = meeting.internship();
        return dev.talentpipeline.events.Meeting.newBuilder()
                .setProgrammeId(meeting.programme())
                .setMeetingId(meeting.id().toString())
                .setVersion(meeting.version())
                .setState(MeetingState.valueOf(meeting.status().name()))
                .setOrigin(meeting.origin().name())
                .setStudentId(meeting.student().toString())
                .setInternshipId(internship == null ? null : internship.toString())
                .setPersonId(meeting.person().toString())
                .setUniversity(meeting.university())
                .setCompany(meeting.company())
                .setRespondBy(meeting.state().respondBy())
                .setInterviews(
                        interviews.stream().map(AvroMeetingEvents::interview).toList())
                .setReason(meeting.state().reason())
                .setChangedBy(by)
                .setCreatedAt(meeting.createdAt())
                .setChangedAt(meeting.changedAt())
                .build();
    }

    private static dev.talentpipeline.events.Interview interview(Interview interview) {
        Side proposedBy = interview.state().proposedBy();
        return dev.talentpipeline.events.Interview.newBuilder()
                .setInterviewId(interview.id().toString())
                .setState(InterviewState.valueOf(interview.state().status().name()))
                .setStartsAt(interview.startsAt())
                .setMinutes(interview.minutes())
                .setProposedBy(proposedBy == null ? null : proposedBy.name())
                .build();
    }
}
