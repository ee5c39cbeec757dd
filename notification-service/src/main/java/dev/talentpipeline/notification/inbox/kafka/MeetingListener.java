package dev.talentpipeline.notification.inbox.kafka;

import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.notification.inbox.InterviewState;
import dev.talentpipeline.notification.inbox.MeetingNews;
import dev.talentpipeline.notification.inbox.MeetingReading;
import dev.talentpipeline.notification.inbox.MeetingState;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.Sides;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.webhook.Happening;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import dev.talentpipeline.notification.webhook.TellingSystems;
import dev.talentpipeline.schemas.Topics;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads {@code meetings}. */
@Component
final class MeetingListener {

    private final TellingPeople people;
    private final TellingSystems systems;
    private final Notices notices;
    private final ReadingNews reading;

    MeetingListener(TellingPeople people, TellingSystems systems, Notices notices, ReadingNews reading) {
        this.people = people;
        this.systems = systems;
        this.notices = notices;
        this.reading = reading;
    }

    @KafkaListener(
            id = "meetings",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).MEETINGS.name()}",
            concurrency = "1",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        reading.read(record, Topics.MEETINGS, this::isNews);
    }

    private boolean isNews(Meeting event) {
        MeetingNews meeting = meeting(event);
        Optional<MeetingReading> before = notices.lastReadOfMeeting(meeting.programmeId(), meeting.meetingId());
        boolean news = people.meetingChanged(meeting);
        if (news) {
            Happening.ofMeeting(subject(event), meeting.reading(), before, event.getChangedAt())
                    .ifPresent(systems::happened);
        }
        return news;
    }

    private static Subject subject(Meeting event) {
        return new Subject(
                Kind.MEETING,
                event.getMeetingId(),
                event.getVersion(),
                event.getState().name(),
                event.getProgrammeId(),
                event.getStudentId(),
                internship(event),
                event.getPersonId(),
                event.getUniversity(),
                event.getCompany());
    }

    private static MeetingNews meeting(Meeting event) {
        return new MeetingNews(
                event.getProgrammeId(),
                event.getMeetingId(),
                event.getVersion(),
                new MeetingReading(
                        // The enums are equal by name, which a test holds on to.
                        MeetingState.valueOf(event.getState().name()),
                        event.getRespondBy(),
                        event.getInterviews().stream()
                                .map(interview -> new MeetingReading.Interview(
                                        interview.getInterviewId(),
                                        InterviewState.valueOf(
                                                interview.getState().name()),
                                        interview.getStartsAt(),
                                        interview.getProposedBy()))
                                .toList()),
                event.getPersonId(),
                event.getStudentId(),
                internship(event),
                new Sides(event.getUniversity(), event.getCompany()),
                event.getChangedBy(),
                event.getChangedAt());
    }

    private static String internship(Meeting event) {
        return Objects.requireNonNullElse(event.getInternshipId(), "");
    }
}
