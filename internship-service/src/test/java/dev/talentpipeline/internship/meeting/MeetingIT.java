package dev.talentpipeline.internship.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who invites whom, who answers, and what becomes of a meeting and its interviews. */
@RunningService
class MeetingIT {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Test
    void aCompanyInvitesAStudentWhoAccepts() {
        Meeters two = meeters();

        Api.Answer invited = two.invite(Map.of("message", "Your work on graphs caught our eye."));
        Api.Answer seen = two.own().get("/meetings/" + invited.text("id"));
        Api.Answer accepted = two.decide(two.own(), invited.text("id"), "ACCEPT", null);

        assertThat(invited.status()).isEqualTo(201);
        assertThat(List.of(invited.text("state"), invited.text("origin"), seen.text("message")))
                .containsExactly("INVITED", "INVITATION", "Your work on graphs caught our eye.");
        assertThat(invited.json().toString())
                .doesNotContain("王小明", two.student().number(), two.student().person());
        assertThat(accepted.text("state")).isEqualTo("OPEN");
        assertThat(accepted.etag()).isEqualTo("\"2\"");
        assertThat(accepted.json()
                        .path("history")
                        .valueStream()
                        .map(entry -> entry.path("what").asString() + " "
                                + entry.path("by").asString()))
                .containsExactly("INVITED COMPANY", "OPEN STUDENT");
        assertThat(two.invite(Map.of()).text("meeting")).isEqualTo(invited.text("id"));
    }

    @Test
    void onlyTheSidesOfAMeetingKnowOfIt() {
        Meeters two = meeters();
        String meeting = two.invited();

        for (Api side : List.of(two.own(), two.company(), two.university())) {
            assertThat(side.get("/meetings/" + meeting).status()).isEqualTo(200);
            assertThat(Meeters.ids(
                            side,
                            two.programme(),
                            "?state=INVITED&student=" + two.student().id()))
                    .containsExactly(meeting);
        }
        Entered other = market.student(two.programme());
        for (Api outsider : List.of(
                participants.company("globex"),
                participants.university("fudan"),
                participants.operations(),
                participants.student(Market.UNIVERSITY, other.person()))) {
            assertThat(outsider.get("/meetings/" + meeting).status()).isEqualTo(404);
            assertThat(two.decide(outsider, meeting, "ACCEPT", null).status()).isEqualTo(404);
            assertThat(two.propose(outsider, meeting, Instant.now().plusSeconds(60))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(Meeters.ids(participants.company("globex"), two.programme(), ""))
                .isEmpty();
        assertThat(participants
                        .operations()
                        .get("/programmes/" + two.programme() + "/meetings")
                        .status())
                .isEqualTo(403);
        assertThat(two.decide(two.company(), meeting, "ACCEPT", null).status()).isEqualTo(403);
        assertThat(two.decide(two.own(), meeting, "WITHDRAW", "mistake").status())
                .isEqualTo(403);
    }

    @Test
    void aCompanyInvitesOnlyToItsOwnAndOnlyWhomItMaySee() {
        Meeters two = meeters();
        String tooHigh =
                market.internship(two.programme(), Bodies.with(Bodies.internship(), "minimumDegree", "DOCTORATE"));
        Entered silent = market.student(two.programme());
        participants
                .university(Market.UNIVERSITY)
                .put(
                        "/programmes/%s/students/%s".formatted(two.programme(), silent.number()),
                        Bodies.with(Bodies.student(), "consent", false));
        Entered elsewhere = market.student(market.programme());

        Api.Answer ineligible = two.invite(Map.of("internship", tooHigh));

        assertThat(ineligible.status()).isEqualTo(422);
        assertThat(ineligible.text("rule")).isEqualTo("DEGREE");
        for (String nobody : List.of(
                silent.id(),
                elsewhere.id(),
                UUID.randomUUID().toString(),
                two.student().number())) {
            assertThat(two.invite(Map.of("student", nobody)).status()).isEqualTo(404);
        }
        Api foreign = participants.company("globex");
        Map<String, String> body =
                Map.of("internship", two.internship(), "student", two.student().id());
        assertThat(foreign.post("/programmes/" + two.programme() + "/invitations", body)
                        .status())
                .isEqualTo(404);
        assertThat(two.university()
                        .post("/programmes/" + two.programme() + "/invitations", body)
                        .status())
                .isEqualTo(403);
        assertThat(two.invite(Map.of("respondBy", "2020-01-01T00:00:00Z")).text("field"))
                .isEqualTo("respondBy");
        Api.Answer forbidden = two.invite(Map.of("message", "我们只招男生优先。"));
        assertThat(forbidden.text("type")).endsWith("/forbidden-term");
        assertThat(forbidden.text("field")).isEqualTo("message");
        assertThat(Meeters.ids(two.company(), two.programme(), "")).isEmpty();
    }

    @Test
    void whoDeclinesSaysWhyAndIsNotAskedAgain() {
        Meeters two = meeters();
        String meeting = two.invited();

        assertThat(two.decide(two.own(), meeting, "DECLINE", null).text("field"))
                .isEqualTo("reason");
        assertThat(two.decide(two.own(), meeting, "DECLINE", "no-idea").status())
                .isEqualTo(422);
        assertThat(two.decide(two.university(), meeting, "DECLINE", "no-time").text("state"))
                .isEqualTo("DECLINED");
        Api.Answer late = two.decide(two.own(), meeting, "ACCEPT", null);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("state")).isEqualTo("DECLINED");
        assertThat(two.invite(Map.of()).text("type")).endsWith("/invitation-declined");
        assertThat(two.university()
                        .get("/programmes/" + two.programme() + "/reasons")
                        .json()
                        .path("items")
                        .path(0)
                        .toString())
                .contains("\"DECLINE_INVITATION\"", "\"no-time\"", "\"count\":1");
    }

    @Test
    void whereTheStudentsOwnWordCountsTheUniversityDoesNotAccept() {
        Meeters two = Meeters.in(
                participants, market, market.programme(Bodies.with(Bodies.programme(), "consentBy", "STUDENT")));
        two.own()
                .put(
                        "/programmes/%s/students/%s"
                                .formatted(two.programme(), two.student().id()),
                        Bodies.student());
        String meeting = two.invited();

        assertThat(possible(two.university().get("/meetings/" + meeting))).startsWith("[\"DECLINE\"]");
        assertThat(possible(two.own().get("/meetings/" + meeting))).startsWith("[\"ACCEPT\",\"DECLINE\"]");
        assertThat(two.decide(two.university(), meeting, "ACCEPT", null).status())
                .isEqualTo(403);
        assertThat(two.decide(two.own(), meeting, "ACCEPT", null).status()).isEqualTo(200);
    }

    @Test
    void openInvitationsAreLimitedByTheSeats() {
        String programme = market.programme();
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 1));
        String last = "";
        for (int i = 0; i < InvitingStudent.MOST_WAITING_PER_SEAT; i++) {
            last = new Meeters(participants, market, programme, market.student(programme), internship).invited();
        }
        Meeters oneMore = new Meeters(participants, market, programme, market.student(programme), internship);

        Api.Answer refused = oneMore.invite(Map.of());

        assertThat(refused.text("type")).endsWith("/too-many-invitations");
        assertThat(refused.json().path("most").asInt()).isEqualTo(5);
        assertThat(oneMore.decide(oneMore.company(), last, "WITHDRAW", "mistake")
                        .text("state"))
                .isEqualTo("WITHDRAWN");
        assertThat(oneMore.invite(Map.of()).status()).isEqualTo(201);
    }

    @Test
    void anInvitationExpiresAndAMeetingEndsWithItsProgramme() {
        Meeters two = meeters();
        String expiring = two.invite(
                        Map.of("respondBy", Instant.now().plusMillis(700).toString()))
                .text("id");
        Meeters others = Meeters.in(participants, market, two.programme());
        String open = others.met();

        awaitState(two.own(), expiring, "EXPIRED");
        participants.operations().post("/programmes/" + two.programme() + "/state", Map.of("state", "CLOSED"));

        assertThat(others.decide(others.own(), open, "END", "no-fit").text("state"))
                .isEqualTo("ENDED");
        awaitState(others.company(), open, "ENDED");
        assertThat(others.company().get("/meetings/" + open).text("reason")).isEqualTo("PROGRAMME_CLOSED");
    }

    @Test
    void theOtherSideConfirmsAnInterviewAndTheCompanyRecordsHowItWent() {
        Meeters two = meeters();
        String meeting = two.met();
        Api.Answer proposed = two.propose(two.company(), meeting, Instant.parse("2100-03-01T09:00:00Z"));
        String interview = proposed.json().path("interviews").path(0).path("id").asString();
        Api.Answer byProposer = two.arrange(two.company(), meeting, interview, Map.of("decision", "CONFIRM"));
        Api.Answer confirmed = two.arrange(two.own(), meeting, interview, Map.of("decision", "CONFIRM"));
        Map<String, Object> passed = Map.of("decision", "RECORD", "result", "PASSED");
        Api.Answer tooEarly = two.arrange(two.company(), meeting, interview, passed);

        assertThat(proposed.status()).isEqualTo(201);
        assertThat(byProposer.status()).isEqualTo(409);
        assertThat(byProposer.json().path("possible").toString()).isEqualTo("[\"MOVE\",\"CANCEL\"]");
        assertThat(possible(proposed)).isEqualTo("[\"END\",\"PROPOSE_INTERVIEW\"] [\"MOVE\",\"CANCEL\"]");
        assertThat(possible(confirmed))
                .isEqualTo("[\"END\",\"PROPOSE_INTERVIEW\",\"SHARE_DOSSIER\"] [\"MOVE\",\"CANCEL\"]");
        assertThat(state(confirmed)).isEqualTo("CONFIRMED");
        assertThat(tooEarly.status()).isEqualTo(409);
        two.begin(meeting, interview);
        assertThat(possible(two.company().get("/meetings/" + meeting)))
                .isEqualTo("[\"END\",\"PROPOSE_INTERVIEW\"] [\"RECORD\"]");
        assertThat(possible(two.own().get("/meetings/" + meeting)))
                .isEqualTo("[\"END\",\"PROPOSE_INTERVIEW\",\"SHARE_DOSSIER\"] []");
        assertThat(two.arrange(two.own(), meeting, interview, passed).status()).isEqualTo(409);
        assertThat(two.arrange(two.company(), meeting, interview, Map.of("decision", "RECORD", "result", "SUPERB"))
                        .status())
                .isEqualTo(422);
        assertThat(state(two.arrange(two.company(), meeting, interview, passed)))
                .isEqualTo("HELD");
        assertThat(two.own()
                        .get("/meetings/" + meeting)
                        .json()
                        .path("interviews")
                        .path(0)
                        .path("result")
                        .asString())
                .isEqualTo("PASSED");
    }

    @Test
    void aProgrammeMayHideResultsFromTheStudentsSide() {
        Meeters two = Meeters.in(
                participants, market, market.programme(Bodies.with(Bodies.programme(), "interviewResults", "HIDDEN")));
        String meeting = two.met();
        String interview = two.begun(meeting);
        Api.Answer recorded =
                two.arrange(two.company(), meeting, interview, Map.of("decision", "RECORD", "result", "FAILED"));

        assertThat(recorded.json().toString()).contains("FAILED");
        assertThat(two.own().get("/meetings/" + meeting).json().toString())
                .contains("HELD")
                .doesNotContain("FAILED");
        assertThat(two.university().get("/meetings/" + meeting).json().toString())
                .doesNotContain("FAILED");
    }

    @Test
    void anInterviewIsMovedAndCalledOffWithReasons() {
        Meeters two = meeters();
        String meeting = two.met();
        Instant day = Instant.parse("2100-03-01T09:00:00Z");
        String interview = two.propose(two.company(), meeting, day)
                .json()
                .path("interviews")
                .path(0)
                .path("id")
                .asString();

        Api.Answer moved = two.arrange(
                two.own(),
                meeting,
                interview,
                Map.of("decision", "MOVE", "startsAt", day.plusSeconds(3600).toString(), "reason", "timetable"));
        Api.Answer withoutReason = two.arrange(two.company(), meeting, interview, Map.of("decision", "CANCEL"));
        Api.Answer insecure = two.own()
                .post(
                        "/meetings/" + meeting + "/interviews",
                        Map.of("startsAt", day.toString(), "link", "http://example.org"));
        Api.Answer past = two.propose(two.own(), meeting, Instant.parse("2020-03-01T09:00:00Z"));

        assertThat(moved.json().path("interviews").path(0).toString())
                .contains("\"proposedBy\":\"STUDENT\"", "2100-03-01T10:00:00Z", "\"place\":\"Room 12\"");
        assertThat(List.of(withoutReason.text("field"), insecure.text("field"), past.text("field")))
                .containsExactly("reason", "link", "startsAt");
        assertThat(two.decide(two.company(), meeting, "END", "position-filled").text("state"))
                .isEqualTo("ENDED");
        assertThat(state(two.own().get("/meetings/" + meeting))).isEqualTo("CANCELLED");
        assertThat(two.propose(two.own(), meeting, day).status()).isEqualTo(409);
    }

    private Meeters meeters() {
        return Meeters.in(participants, market, market.programme());
    }

    private static String state(Api.Answer meeting) {
        return meeting.json().path("interviews").path(0).path("state").asString();
    }

    private static void awaitState(Api side, String meeting, String state) {
        await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(side.get("/meetings/" + meeting).text("state"))
                        .isEqualTo(state));
    }

    /** What its reader is told they can decide about the meeting, and about its first interview. */
    private static String possible(Api.Answer meeting) {
        return meeting.json().path("possible")
                + " "
                + meeting.json().path("interviews").path(0).path("possible");
    }
}
