package dev.talentpipeline.internship.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.meeting.Meeters;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a university may do for its student by an access grant, and what the student says themselves. */
@RunningService
class OwnWordIT {

    private static final String COUNSELLOR = "counsellor";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Test
    void anOfferIsAnsweredForAStudentAndTheTrailSaysByWhom() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        Api.Answer accepted = market.decide(actingFor(student), offer, "ACCEPT", null);

        assertThat(accepted.text("state")).isEqualTo("CONFIRMED");
        JsonNode by = participants
                .operations()
                .get("/audit?entity=" + offer)
                .json()
                .path("items")
                .valueStream()
                .toList()
                .getLast()
                .path("by");
        assertThat(by.toString())
                .isEqualTo(
                        "{\"role\":\"STUDENT\",\"subject\":\"counsellor\",\"onBehalfOf\":\"test-tsinghua\",\"org\":\"tsinghua\"}");
    }

    @Test
    void theStudentThemselvesSignAndConfirmAndTakeAJob() {
        Placed placed = placing.drafted(placing.confirmed());
        Api own = placing.student(placed);
        Api acting = actingFor(placed.student());

        refused(placing.sign(acting, placed));
        assertThat(placing.sign(own, placed).text("state")).isEqualTo("PARTLY_SIGNED");
        placing.sign(placing.university(), placed);
        placing.sign(placing.company(), placed);
        Placing.entered(placing.enter(placing.company(), placed, Placing.step("STARTED")));
        refused(placing.enter(acting, placed, Placing.reply("CONFIRMED", 1)));
        assertThat(own.get(placed.path()).text("state")).isEqualTo("AGREED");
        // while objecting may be done for them
        Placing.entered(placing.enter(acting, placed, Placing.reply("DISPUTED", 1)));
        Placing.entered(placing.enter(placing.company(), placed, Placing.step("STARTED")));
        Placing.entered(placing.enter(own, placed, Placing.reply("CONFIRMED", 3)));
        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        refused(placing.enter(acting, placed, Placing.step("JOB_ACCEPTED")));
        refused(placing.enter(acting, placed, Bodies.with(Placing.step("JOB_DECLINED"), "reason", "other-offer")));
        Placing.entered(placing.enter(own, placed, Placing.step("JOB_ACCEPTED")));
    }

    @Test
    void consentIsTakenBackForAStudentButNotGiven() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "consentBy", "STUDENT"));
        Entered student = market.student(programme);
        Api own = participants.student(Market.UNIVERSITY, student.person());
        Api acting = actingFor(student);
        String path = "/programmes/%s/students/%s".formatted(programme, student.id());

        refused(acting.post("/people/me/consent", Map.of("given", true)));
        assertThat(acting.put(path, Bodies.student()).json().path("consent").asBoolean())
                .isFalse();
        assertThat(own.put(path, Bodies.student()).json().path("consent").asBoolean())
                .isTrue();
        assertThat(acting.post("/people/me/consent", Map.of("given", false)).status())
                .isEqualTo(200);
        assertThat(own.post("/people/me/consent", Map.of("given", true)).status())
                .isEqualTo(200);

        Meeters two = new Meeters(participants, market, programme, student, market.internship(programme));
        String meeting = two.invited();
        assertThat(two.decide(acting, meeting, "ACCEPT", null).status()).isEqualTo(403);
        assertThat(two.decide(own, meeting, "ACCEPT", null).text("state")).isEqualTo("OPEN");
    }

    private Api actingFor(Entered student) {
        return participants.actingFor(COUNSELLOR, Market.UNIVERSITY, student.person());
    }

    private static void refused(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(403);
        assertThat(answer.text("detail")).contains("for the student themselves", "signs in");
    }
}
