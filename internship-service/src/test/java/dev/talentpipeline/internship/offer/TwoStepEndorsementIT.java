package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Programmes in which the student's school endorses first and the career centre after it. */
@RunningService
class TwoStepEndorsementIT {

    private static final String SCHOOL = "computing";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    RowLocks locks;

    @Test
    void schoolAndCareerCentreEndorseInThisOrderOnly() {
        String programme = programme();
        String offer = accepted(programme, market.studentOf(programme, SCHOOL));

        Api.Answer early = market.decideAsUniversity(offer, "ENDORSE", null);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("type")).endsWith("/decision-not-possible");
        assertThat(early.text("state")).isEqualTo("ACCEPTED");
        assertThat(early.text("awaits")).isEqualTo("SCHOOL");
        assertThat(early.json().path("possible").toString()).isEqualTo("[\"ENDORSE\",\"REFUSE\",\"RELEASE\"]");
        assertThat(early.text("detail")).endsWith("It is for others to go on.");

        Api.Answer first = market.decide(school(SCHOOL), offer, "ENDORSE", null);
        assertThat(first.text("state")).isEqualTo("ACCEPTED");
        assertThat(first.text("endorser")).isEqualTo("UNIVERSITY");
        Api.Answer again = market.decide(school(SCHOOL), offer, "ENDORSE", null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("awaits")).isEqualTo("UNIVERSITY");
        assertThat(again.text("detail")).endsWith("It is for others to go on.");

        Api.Answer second = market.decideAsUniversity(offer, "ENDORSE", null);
        assertThat(second.text("state")).isEqualTo("CONFIRMED");
        assertThat(second.json()
                        .path("history")
                        .valueStream()
                        .map(entry -> "%s %s %s"
                                .formatted(
                                        entry.path("state").asString(),
                                        entry.path("by").asString(),
                                        entry.path("step").asString("-"))))
                .containsExactly(
                        "EXTENDED MATCHING -",
                        "ACCEPTED STUDENT -",
                        "ACCEPTED SCHOOL ENDORSED_BY_SCHOOL",
                        "CONFIRMED UNIVERSITY -");
    }

    @Test
    void aSchoolSpeaksForItsOwnStudentsAloneAboutNothingElse() {
        String programme = programme();
        Entered student = market.studentOf(programme, SCHOOL);
        String offer = accepted(programme, student);

        assertThat(market.decide(school("law"), offer, "ENDORSE", null).status())
                .isEqualTo(403);
        assertThat(market.decide(school("law"), offer, "REFUSE", "no-credit").status())
                .isEqualTo(403);
        assertThat(market.decide(participants.school("fudan", SCHOOL), offer, "ENDORSE", null)
                        .status())
                .isEqualTo(404);
        assertThat(market.decide(school(SCHOOL), offer, "RELEASE", "transfer").status())
                .isEqualTo(403);
        // the student does not choose who endorses
        Api.Answer own = participants
                .student(Market.UNIVERSITY, student.person())
                .put(
                        "/programmes/%s/students/%s".formatted(programme, student.id()),
                        Bodies.with(Bodies.student(), "school", "law"));
        assertThat(own.text("school")).isEqualTo(SCHOOL);

        assertThat(market.decide(school(SCHOOL), offer, "REFUSE", "no-credit").text("state"))
                .isEqualTo("REFUSED");
    }

    @Test
    void bothStepsAreTakenForManyAtOnce() {
        String programme = programme();
        String own = accepted(programme, market.studentOf(programme, SCHOOL));
        String foreign = accepted(programme, market.studentOf(programme, "law"));

        assertThat(endorse(school(SCHOOL), own, foreign)).containsExactly("200 ACCEPTED", "403 ");
        assertThat(endorse(participants.university(Market.UNIVERSITY), own, foreign))
                .containsExactly("200 CONFIRMED", "409 ");
    }

    @Test
    void whoBelongsToNoSchoolIsEndorsedByTheCareerCentreAlone() {
        String programme = programme();
        String offer = accepted(programme, market.student(programme));

        assertThat(market.decide(school(SCHOOL), offer, "ENDORSE", null).status())
                .isEqualTo(403);
        assertThat(market.decideAsUniversity(offer, "ENDORSE", null).text("state"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void whoBelongsToNoSchoolAnyMoreIsNotStranded() {
        String programme = programme();
        Entered student = market.studentOf(programme, SCHOOL);
        String path = "/programmes/%s/students/%s".formatted(programme, student.number());
        String offer = accepted(programme, student);
        Api university = participants.university(Market.UNIVERSITY);
        Api.Answer unknown = university.put(path, Bodies.with(Bodies.student(), "school", "computting"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("type")).endsWith("/school-unknown");
        assertThat(unknown.text("field")).isEqualTo("school");
        assertThat(unknown.json().path("nearest").path(0).asString()).isEqualTo(SCHOOL);
        assertThat(market.decideAsUniversity(offer, "ENDORSE", null).text("awaits"))
                .isEqualTo("SCHOOL");

        assertThat(university.put(path, Bodies.student()).status()).isEqualTo(200);

        assertThat(market.decide(school(SCHOOL), offer, "ENDORSE", null).status())
                .isEqualTo(403);
        assertThat(market.decideAsUniversity(offer, "ENDORSE", null).text("state"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void ofTheSchoolsEndorsementAndAReleaseTheFirstIsBuiltOnOrCountsAlone() throws SQLException {
        for (boolean endorseFirst : List.of(true, false)) {
            String programme = programme();
            Entered student = market.studentOf(programme, SCHOOL);
            String offer = accepted(programme, student);
            market.decide(participants.student(Market.UNIVERSITY, student.person()), offer, "RELEASE", "illness");
            Supplier<Api.Answer> endorse = () -> market.decide(school(SCHOOL), offer, "ENDORSE", null);
            Supplier<Api.Answer> release = () -> market.decideAsCompany(offer, "RELEASE", null);

            CompletableFuture<Api.Answer> first;
            CompletableFuture<Api.Answer> second;
            try (RowLocks.Held lock = locks.hold("person", student.person())) {
                first = CompletableFuture.supplyAsync(endorseFirst ? endorse : release);
                lock.awaitWaiting(1);
                second = CompletableFuture.supplyAsync(endorseFirst ? release : endorse);
                lock.awaitWaiting(2);
            }

            // an endorsement leaves the release that is asked for open; a release leaves nothing to endorse
            assertThat(first.join().status()).isEqualTo(200);
            assertThat(second.join().status()).isEqualTo(endorseFirst ? 200 : 409);
            assertThat(second.join().text("state")).isEqualTo("RELEASED");
            assertThat(market.state(offer)).isEqualTo("RELEASED illness");
        }
    }

    private List<String> endorse(Api caller, String... offers) {
        return caller.post("/offers/decisions", Map.of("decision", "ENDORSE", "offers", List.of(offers)))
                .json()
                .path("items")
                .valueStream()
                .map(item ->
                        item.path("status").asInt() + " " + item.path("state").asString(""))
                .toList();
    }

    private Api school(String name) {
        return participants.school(Market.UNIVERSITY, name);
    }

    private String programme() {
        return market.programme(Bodies.with(Bodies.programme(), "endorsement", "SCHOOL_THEN_CAREER_CENTRE"));
    }

    private String accepted(String programme, Entered student) {
        String offer = market.offer(programme, student, market.internship(programme));
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("ACCEPTED");
        return offer;
    }
}
