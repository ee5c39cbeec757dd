package dev.talentpipeline.internship.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class ConsentIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void takenBackItTakesThePersonOutOfEveryMarketAndLeavesWhatTheyAccepted() {
        String first = market.programme();
        String second = market.programme();
        Entered student = market.student(first);
        Entered again = market.student(second, student.number());
        String accepted = market.offer(first, student, market.internship(first));
        market.decide(student, accepted, "ACCEPT");
        String open = market.offer(
                second, again, market.internship(second, Bodies.with(Bodies.internship(), "startsOn", "2028-03-01")));

        Api.Answer answer = participants
                .student(Market.UNIVERSITY, student.person())
                .post("/people/me/consent", Map.of("given", false));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .path("students")
                        .valueStream()
                        .map(each -> each.path("consent").asBoolean()))
                .containsExactly(false, false);
        assertThat(List.of(market.state(accepted), market.state(open)))
                .containsExactly("CONFIRMED", "RESCINDED STUDENT_WITHDRAWN");
        assertThat(TopicReader.events(codec, Topics.STUDENT_PROFILES, TopicReader.programme(second), 2))
                .extracting(StudentProfile::getConsent)
                .containsExactly(true, false);
        assertThat(participants
                        .operations()
                        .get("/audit?person=" + student.person())
                        .json()
                        .toString())
                .contains("CONSENT_WITHDRAWN");
    }

    @Test
    void takenBackInTheProfileItDoesTheSame() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String open = market.offer(programme, student, market.internship(programme));

        participants
                .university(Market.UNIVERSITY)
                .put(
                        "/programmes/%s/students/%s".formatted(programme, student.number()),
                        Bodies.with(Bodies.student(), "consent", false));

        assertThat(market.state(open)).isEqualTo("RESCINDED STUDENT_WITHDRAWN");
    }

    @Test
    void aUniversityTakesItBackForThemButDoesNotGiveIt() {
        String programme = market.programme();
        Entered student = market.student(programme);
        Api university = participants.university(Market.UNIVERSITY);
        String path = "/people/%s/consent".formatted(student.number());

        assertThat(university.post(path, Map.of("given", false)).status()).isEqualTo(200);
        assertThat(university.post(path, Map.of("given", true)).status()).isEqualTo(403);
        assertThat(university.post(path, Map.of()).status()).isEqualTo(400);
        assertThat(participants
                        .university("pku")
                        .post("/people/%s/consent".formatted(student.person()), Map.of("given", false))
                        .status())
                .isEqualTo(404);
        Api.Answer given = participants
                .student(Market.UNIVERSITY, student.person())
                .post("/people/me/consent", Map.of("given", true));
        assertThat(given.json().path("students").path(0).path("consent").asBoolean())
                .isTrue();
    }
}
