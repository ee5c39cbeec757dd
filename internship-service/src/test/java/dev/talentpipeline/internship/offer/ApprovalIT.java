package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Programmes in which the company lets an offer out first. */
@RunningService
class ApprovalIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void anOfferGoesOutWithTheApprovalAndTheResponseWindowStartsThen() {
        String programme = market.programme(approved());
        Entered student = market.student(programme);
        String offer = awaiting(programme, student, market.internship(programme));

        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("AWAITING_APPROVAL");
        Api.Answer extended = market.decideAsCompany(offer, "APPROVE", null);

        assertThat(extended.text("state")).isEqualTo("EXTENDED");
        List<Offer> told = offers(programme, 2);
        assertThat(told).extracting(Offer::getState).containsExactly(OfferState.AWAITING_APPROVAL, OfferState.EXTENDED);
        assertThat(told)
                .extracting(Offer::getRespondBy)
                .containsExactly(
                        told.get(0).getChangedAt().plus(Duration.ofHours(2)),
                        market.counted(told.get(1).getChangedAt(), Duration.ofDays(3)));
        assertThat(extended.json()
                        .path("history")
                        .valueStream()
                        .map(entry -> entry.path("by").asString()))
                .containsExactly("MATCHING", "COMPANY");
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
    }

    @Test
    void aVetoSaysWhyAndBarsThePair() {
        String programme = market.programme(approved());
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = awaiting(programme, student, internship);

        assertThat(market.decideAsCompany(offer, "VETO", null).text("field")).isEqualTo("reason");
        assertThat(market.decideAsCompany(offer, "VETO", "no-fit").text("state"))
                .isEqualTo("VETOED");
        assertThat(market.state(offer)).isEqualTo("VETOED no-fit");

        var again = Matcher.proposal(programme, 2, student.id(), internship);
        assertThat(market.admitted(again, "REJECTED PAIR_BARRED")).isNotEqualTo(offer);
        awaiting(programme, student, market.internship(programme));
    }

    @Test
    void anApprovalThatDoesNotComeLapsesAndLeavesTheStudentInTheMarket() {
        String programme = market.programme(Bodies.with(approved(), "approvalWindow", "PT1S"));
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = awaiting(programme, student, internship);

        market.awaitState(offer, "LAPSED");

        Api.Answer late = market.decideAsCompany(offer, "APPROVE", null);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("state")).isEqualTo("LAPSED");
        assertThat(late.json().path("possible").isEmpty()).isTrue();
        assertThat(participants
                        .university(Market.UNIVERSITY)
                        .get("/programmes/%s/students/%s".formatted(programme, student.id()))
                        .text("state"))
                .isEqualTo("ACTIVE");
        // and nothing is barred
        market.admitted(Matcher.proposal(programme, 2, student.id(), internship), "AWAITING_APPROVAL");
    }

    @Test
    void nothingGoesOutWhileTheProgrammeIsHeld() {
        String programme = market.programme(approved());
        Entered student = market.student(programme);
        String offer = awaiting(programme, student, market.internship(programme));
        Api owner = participants.university(Market.UNIVERSITY);
        owner.post("/programmes/" + programme + "/state", Map.of("state", "HELD"));

        Api.Answer refused = market.decideAsCompany(offer, "APPROVE", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/programme-not-running");
        assertThat(refused.text("programmeState")).isEqualTo("HELD");
        owner.post("/programmes/" + programme + "/state", Map.of("state", "RUNNING"));
        assertThat(market.decideAsCompany(offer, "APPROVE", null).text("state")).isEqualTo("EXTENDED");

        // and what has gone out is not approved again, held or not
        owner.post("/programmes/" + programme + "/state", Map.of("state", "HELD"));
        assertThat(market.decideAsCompany(offer, "APPROVE", null).text("type")).endsWith("/decision-not-possible");
    }

    @Test
    void onlyTheCompanyOfTheInternshipApprovesOrVetoes() {
        String programme = market.programme(approved());
        Entered student = market.student(programme);
        String offer = awaiting(programme, student, market.internship(programme));

        for (Api other : List.of(
                participants.university(Market.UNIVERSITY),
                participants.student(Market.UNIVERSITY, student.person()),
                participants.operations())) {
            assertThat(market.decide(other, offer, "APPROVE", null).status()).isEqualTo(403);
            assertThat(market.decide(other, offer, "VETO", "no-fit").status()).isEqualTo(403);
        }
        assertThat(market.decide(participants.company("globex"), offer, "APPROVE", null)
                        .status())
                .isEqualTo(404);
        assertThat(market.state(offer)).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void whoWithdrawsOrIsCutLosesWhatAwaitsApproval() {
        String programme = market.programme(approved());
        Entered student = market.student(programme);
        Entered other = market.student(programme);
        String internship = market.internship(programme);
        String withdrawn = awaiting(programme, student, internship);
        String closed = awaiting(programme, other, internship);

        participants
                .student(Market.UNIVERSITY, student.person())
                .delete("/programmes/%s/students/%s".formatted(programme, student.id()));
        participants.company(Market.COMPANY).delete("/programmes/%s/internships/%s".formatted(programme, internship));

        assertThat(market.state(withdrawn)).isEqualTo("RESCINDED STUDENT_WITHDRAWN");
        assertThat(market.state(closed)).isEqualTo("RESCINDED INTERNSHIP_WITHDRAWN");
    }

    private String awaiting(String programme, Entered student, String internship) {
        return market.admitted(Matcher.proposal(programme, 1, student.id(), internship), "AWAITING_APPROVAL");
    }

    private static Map<String, @Nullable Object> approved() {
        return Bodies.with(
                Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL"), "approvalWindow", "PT2H");
    }

    private List<Offer> offers(String programme, int count) {
        return TopicReader.events(codec, Topics.OFFERS, TopicReader.programme(programme), count);
    }
}
