package dev.talentpipeline.notification.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Interview;
import dev.talentpipeline.events.InterviewState;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.events.MeetingState;
import dev.talentpipeline.notification.EventFixture;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.stack.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the topic of meetings to whom they concern. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class MeetingsToldIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final MailServer MAIL = MailServer.start();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant TOMORROW = NOW.plus(1, ChronoUnit.DAYS);

    private final EventFixture student = EventFixture.fresh();
    private final String company = "c-" + UUID.randomUUID();
    private final String meeting = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @Test
    void eachSideIsToldOnceOfWhatTheOtherDid() {
        student.publishLabels(company);
        student.publishContact(Language.EN);
        publishDesk();
        await().atMost(SOON)
                .until(() -> !jdbc.sql("select 1 from contacts where person_id = ?")
                        .param(Desk.of(company))
                        .query(Integer.class)
                        .list()
                        .isEmpty());

        publish(invited());
        publish(accepted());
        publish(proposed());
        await().atMost(SOON).until(() -> told().size() == 3);
        // delivered twice, late, and out of the dead letters
        publish(proposed());
        publish(invited());
        Surroundings.sendAgain("17", key(), accepted());
        publish(confirmed());

        await().atMost(SOON).until(() -> told().size() == 4);
        assertThat(told())
                .containsExactly(
                        student.personId() + " meeting-to-answer INVITED 1",
                        Desk.of(company) + " desk-meeting-news ACCEPTED 2",
                        student.personId() + " meeting-soon INTERVIEW_PROPOSED 3",
                        Desk.of(company) + " desk-meeting-soon INTERVIEW_CONFIRMED 4");
        await().atMost(SOON).until(() -> subjectsTo(student.email()).size() == 2);
        assertThat(subjectsTo(student.email()))
                .containsExactlyInAnyOrder(
                        "You are invited to meet: Large-model training intern at Xingchen",
                        "Interview time to confirm: Large-model training intern at Xingchen");
        // What is close leaves at once, the rest is collected.
        await().atMost(SOON)
                .until(() -> subjectsTo(company + "@company.example").size() == 1);
        assertThat(subjectsTo(company + "@company.example"))
                .containsExactly("Interview confirmed: Large-model training intern at Xingchen");
        assertThat(jdbc.sql("""
                                select notice.kind || ' ' || mail.urgent from mails mail join notices notice using (notice_id)
                                where notice.subject = ? and notice.person_id = ? order by notice.subject_version
                                """)
                        .params(meeting, student.personId())
                        .query(String.class)
                        .list())
                .containsExactly("meeting-to-answer false", "meeting-soon true");
    }

    @Test
    void ofWhoWasErasedOnlyTheOtherSideHears() {
        student.publishLabels();
        student.publishContact(Language.ZH);
        publishDesk();
        publish(invited());
        await().atMost(SOON).until(() -> told().size() == 1);

        student.publishErasure();
        await().atMost(SOON).until(() -> told().isEmpty());
        publish(Meeting.newBuilder(invited())
                .setVersion(2)
                .setState(MeetingState.EXPIRED)
                .setRespondBy(null)
                .setChangedBy("SYSTEM")
                .build());

        await().atMost(SOON).until(() -> told().size() == 1);
        assertThat(told()).containsExactly(Desk.of(company) + " desk-meeting-news EXPIRED 2");
    }

    private String key() {
        return Topic.key(student.programmeId(), meeting);
    }

    private void publish(Meeting event) {
        Surroundings.publish(key(), event);
    }

    private Meeting invited() {
        return Meeting.newBuilder()
                .setProgrammeId(student.programmeId())
                .setMeetingId(meeting)
                .setVersion(1)
                .setState(MeetingState.INVITED)
                .setOrigin("INVITATION")
                .setStudentId("student-" + student.personId())
                .setInternshipId(student.internshipId())
                .setPersonId(student.personId())
                .setUniversity("uni-1")
                .setCompany(company)
                .setRespondBy(NOW.plus(14, ChronoUnit.DAYS))
                .setChangedBy("COMPANY")
                .setChangedAt(NOW)
                .build();
    }

    private Meeting accepted() {
        return Meeting.newBuilder(invited())
                .setVersion(2)
                .setState(MeetingState.OPEN)
                .setRespondBy(null)
                .setChangedBy("STUDENT")
                .build();
    }

    private Meeting proposed() {
        return Meeting.newBuilder(accepted())
                .setVersion(3)
                .setInterviews(List.of(interview(InterviewState.PROPOSED, "COMPANY")))
                .setChangedBy("COMPANY")
                .build();
    }

    private Meeting confirmed() {
        return Meeting.newBuilder(accepted())
                .setVersion(4)
                .setInterviews(List.of(interview(InterviewState.CONFIRMED, null)))
                .setChangedBy("STUDENT")
                .build();
    }

    private static Interview interview(InterviewState state, String proposedBy) {
        return Interview.newBuilder()
                .setInterviewId("interview-1")
                .setState(state)
                .setStartsAt(TOMORROW)
                .setMinutes(45)
                .setProposedBy(proposedBy)
                .build();
    }

    private void publishDesk() {
        String desk = UUID.randomUUID().toString();
        Surroundings.publish(
                desk,
                Contact.newBuilder()
                        .setPersonId(desk)
                        .setVersion(1)
                        .setName("Xingchen")
                        .setEmail(company + "@company.example")
                        .setLanguage(Language.EN)
                        .setOrganisation(company)
                        .setRoles(List.of("COMPANY"))
                        .setChangedAt(NOW)
                        .build());
    }

    private List<String> told() {
        return jdbc.sql("""
                        select person_id || ' ' || kind || ' ' || (facts ->> 'reason') || ' ' || subject_version from notices
                        where subject = ? and released_at is not null order by subject_version, person_id
                        """).param(meeting).query(String.class).list();
    }

    private static List<String> subjectsTo(String address) {
        return MAIL.messages().stream()
                .filter(mail -> mail.to().equals(address))
                .map(mail -> mail.subject())
                .toList();
    }
}
