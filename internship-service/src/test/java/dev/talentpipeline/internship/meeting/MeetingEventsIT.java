package dev.talentpipeline.internship.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the topic says of meetings: every version, by ids, states and times. */
@RunningService
class MeetingEventsIT {

    private static final Instant FIRST = Instant.parse("2100-03-01T09:00:00Z");
    private static final Instant SECOND = Instant.parse("2100-03-02T09:00:00Z");

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingChanges changes;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyVersionIsToldAndNothingThatSomebodyWrote() {
        // given an invitation that is accepted, and an interview that is proposed, moved and confirmed
        Meeters two = meeters();
        String meeting = two.invite(Map.of("message", "Your work on graphs caught our eye."))
                .text("id");
        two.decide(two.university(), meeting, "ACCEPT", null);
        Api.Answer proposed = two.propose(two.company(), meeting, FIRST);
        String interview = proposed.json().path("interviews").path(0).path("id").asString();
        two.arrange(
                two.own(),
                meeting,
                interview,
                Map.of("decision", "MOVE", "startsAt", SECOND.toString(), "minutes", 30, "reason", "timetable"));
        two.arrange(two.company(), meeting, interview, Map.of("decision", "CONFIRM"));

        // when it ends with its programme
        participants.operations().post("/programmes/" + two.programme() + "/state", Map.of("state", "CLOSED"));

        // then
        List<ConsumerRecord<String, byte[]>> records = records(two.programme(), meeting, 6);
        assertThat(records)
                .hasSize(6)
                .allSatisfy(record ->
                        assertThat(new String(record.value(), UTF_8)).doesNotContain("graphs", "Room 12", "timetable"));
        List<Meeting> told = records.stream()
                .map(record -> codec.decode(Topics.MEETINGS, record.value()))
                .toList();
        assertThat(told)
                .extracting(
                        Meeting::getVersion,
                        event -> event.getState().name(),
                        Meeting::getChangedBy,
                        Meeting::getReason,
                        event -> event.getInterviews().stream()
                                .map(each -> each.getState() + " " + each.getStartsAt() + " " + each.getMinutes() + " "
                                        + each.getProposedBy())
                                .toList())
                .containsExactly(
                        tuple(1L, "INVITED", "COMPANY", null, List.of()),
                        tuple(2L, "OPEN", "UNIVERSITY", null, List.of()),
                        tuple(3L, "OPEN", "COMPANY", null, List.of("PROPOSED " + FIRST + " 45 COMPANY")),
                        tuple(4L, "OPEN", "STUDENT", null, List.of("PROPOSED " + SECOND + " 30 STUDENT")),
                        tuple(5L, "OPEN", "COMPANY", null, List.of("CONFIRMED " + SECOND + " 30 null")),
                        tuple(6L, "ENDED", "SYSTEM", "PROGRAMME_CLOSED", List.of("CANCELLED " + SECOND + " 30 null")));
        Meeting first = told.getFirst();
        assertThat(first.getRespondBy()).isAfter(Instant.now());
        assertThat(told.get(1).getRespondBy()).isNull();
        // Since when there is the meeting, in every version.
        assertThat(told).extracting(Meeting::getCreatedAt).containsOnly(first.getChangedAt());
        assertThat(List.of(
                        first.getOrigin(),
                        first.getStudentId(),
                        first.getInternshipId(),
                        first.getPersonId(),
                        first.getUniversity(),
                        first.getCompany()))
                .containsExactly(
                        "INVITATION",
                        two.student().id(),
                        two.internship(),
                        two.student().person(),
                        Market.UNIVERSITY,
                        Market.COMPANY);
    }

    @Test
    void aShareCodeThatIsRedeemedIsToldWithoutAnInternship() {
        Meeters two = meeters();
        String meeting = Meeters.redeem(two.company(), two.shareCode()).text("id");

        Meeting told = codec.decode(
                Topics.MEETINGS, records(two.programme(), meeting, 1).getFirst().value());

        assertThat(told.getState().name()).isEqualTo("OPEN");
        assertThat(told.getOrigin()).isEqualTo("SHARE_CODE");
        assertThat(told.getInternshipId()).isNull();
    }

    @Test
    void anEventIsThereIfAndOnlyIfItsVersionIs() {
        Meeters two = meeters();
        UUID meeting = UUID.fromString(two.invited());
        String key = Topic.key(two.programme(), meeting.toString());
        assertThat(versionsInOutbox(key)).containsExactly(1L);

        assertThatThrownBy(() -> transactions.within(() -> {
                    changes.retell(meetings.lock(meeting).orElseThrow().toldAs(2, Instant.now()));
                    assertThat(versionsInOutbox(key)).containsExactly(1L, 2L);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(versionsInOutbox(key)).containsExactly(1L);
        assertThat(meetings.find(meeting).orElseThrow().version()).isEqualTo(1);
    }

    private Meeters meeters() {
        return Meeters.in(participants, market, market.programme());
    }

    private List<Long> versionsInOutbox(String key) {
        return jdbc.sql("select version from outbox where topic = 'meetings' and key = ? order by version")
                .param(key)
                .query(Long.class)
                .list();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String programme, String meeting, int count) {
        String key = Topic.key(programme, meeting);
        try (TopicReader reader = new TopicReader(Topics.MEETINGS.name())) {
            return reader.read(key::equals, count);
        }
    }
}
