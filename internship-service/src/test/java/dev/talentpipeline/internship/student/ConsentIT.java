package dev.talentpipeline.internship.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class ConsentIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    RowLocks locks;

    @Autowired
    JdbcClient jdbc;

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
    void takenBackItLocksWhatItNeedsInOneOrderOverAllProgrammes() throws SQLException {
        String one = market.programme();
        String two = market.programme();
        String first = one.compareTo(two) < 0 ? one : two;
        String second = first.equals(one) ? two : one;
        Entered student = market.student(first);
        Entered again = market.student(second, student.number());
        // given offers whose internships are in the other order than their programmes
        UUID higher;
        UUID lower;
        do {
            higher = UUID.fromString(market.internship(first));
            lower = UUID.fromString(market.internship(second));
        } while (higher.compareTo(lower) < 0);
        String offer = market.offer(first, student, higher.toString());
        String other = market.offer(second, again, lower.toString());

        CompletableFuture<Api.Answer> withdrawn;
        try (RowLocks.Held lock = locks.hold("internship", lower.toString())) {
            withdrawn = CompletableFuture.supplyAsync(() -> participants
                    .student(Market.UNIVERSITY, student.person())
                    .post("/people/me/consent", Map.of("given", false)));
            lock.awaitWaiting(1);

            assertThat(jdbc.sql("select id from internship where id = ? for no key update skip locked")
                            .param(higher)
                            .query(UUID.class)
                            .list())
                    .as("is free while the lower one is waited for")
                    .containsExactly(higher);
        }

        assertThat(withdrawn.join().status()).isEqualTo(200);
        assertThat(List.of(market.state(offer), market.state(other))).containsOnly("RESCINDED STUDENT_WITHDRAWN");
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
