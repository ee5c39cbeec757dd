package dev.talentpipeline.internship.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Placement;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An internship as it is lived: who records a step, who confirms it, and what it leads to. */
@RunningService
class PlacementIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Autowired
    EventCodec codec;

    @Test
    void eachStepIsRecordedByOneAndConfirmedByAnother() {
        Placed placed = placing.agreed();
        Api company = placing.company();
        Api student = placing.student(placed);

        Placing.entered(placing.enter(company, placed, Placing.step("STARTED")));
        assertThat(student.get(placed.path()).text("state")).isEqualTo("AGREED");
        Placing.entered(placing.enter(student, placed, Placing.reply("CONFIRMED", 1)));
        assertThat(student.get(placed.path()).text("state")).isEqualTo("STARTED");
        Placing.entered(placing.enter(company, placed, Placing.jobOffer()));
        Placing.entered(placing.enter(student, placed, Placing.step("JOB_ACCEPTED")));
        Placing.entered(placing.enter(company, placed, Bodies.with(Placing.step("COMPLETED"), "early", true)));
        Api.Answer completed = placing.enter(placing.university(), placed, Placing.reply("CONFIRMED", 5));

        assertThat(completed.text("state")).isEqualTo("COMPLETED");
        assertThat(completed.text("endedOn")).isEqualTo(Placing.today().toString());
        assertThat(record(completed)).isEqualTo("""
                        1 STARTED CONFIRMED COMPANY
                        2 CONFIRMED 1 STUDENT
                        3 JOB_OFFERED CONFIRMED COMPANY
                        4 JOB_ACCEPTED CONFIRMED STUDENT
                        5 COMPLETED CONFIRMED COMPANY
                        6 CONFIRMED 5 UNIVERSITY""");
        // the offer stays, and so does its seat
        assertThat(market.state(placed.offer())).isEqualTo("CONFIRMED");
        List<Placement> told =
                TopicReader.events(codec, Topics.PLACEMENTS, TopicReader.programme(placed.programme()), 10);
        assertThat(told.stream().skip(3).map(event -> event.getState() + " " + event.getAwaitingConfirmation()))
                .containsExactly(
                        "AGREED null",
                        "AGREED STARTED",
                        "STARTED null",
                        "STARTED null",
                        "STARTED null",
                        "STARTED COMPLETED",
                        "COMPLETED null");
        Placement waiting = told.get(4);
        assertThat(waiting.getAwaitingOn()).isEqualTo(Placing.today());
        assertThat(waiting.getAwaitingRecordedBy()).isEqualTo("COMPANY");
        assertThat(told.getLast().getAwaitingOn()).isNull();
        assertThat(told.getLast().getAwaitingRecordedBy()).isNull();
        assertThat(told.getLast().getJobAcceptedAt()).isNotNull();
        assertThat(told.getLast().getEmploymentAgreedOn()).isNull();
    }

    @Test
    void nothingStartsWithoutAnAgreementThatAllHaveSigned() {
        Placed placed = placing.drafted(placing.confirmed());
        placing.sign(placing.company(), placed);

        Api.Answer refused = placing.enter(placing.company(), placed, Placing.step("STARTED"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/agreement-not-whole");
        assertThat(refused.json().path("unsigned").toString()).isEqualTo("[\"STUDENT\",\"UNIVERSITY\"]");
        assertThat(placing.company().get(placed.path()).json().path("entries").size())
                .isZero();
    }

    @Test
    void refusesDaysThatCannotBeAndStepsThatDoNotFollow() {
        Placed placed = placing.agreed();
        Api company = placing.company();
        String yesterday = Placing.today().minusDays(1).toString();

        // before the last signature, and in the future
        for (String day : List.of(yesterday, Placing.today().plusDays(1).toString())) {
            Api.Answer refused = placing.enter(company, placed, Bodies.with(Placing.step("STARTED"), "on", day));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("field")).isEqualTo("on");
        }
        Api.Answer unbegun = placing.enter(company, placed, Placing.ended());
        assertThat(unbegun.status()).isEqualTo(409);
        assertThat(unbegun.json().path("possible").toString()).isEqualTo("[\"STARTED\"]");
        assertThat(possible(company, placed)).isEqualTo("[\"STARTED\"]");
        assertThat(possible(placing.student(placed), placed)).isEqualTo("[]");
        assertThat(possible(participants.school(Market.UNIVERSITY, "law"), placed))
                .isEqualTo("[]");

        Placing.entered(placing.enter(company, placed, Placing.step("STARTED")));
        assertThat(possible(company, placed)).isEqualTo("[] [\"VOIDED\"]");
        assertThat(possible(placing.student(placed), placed)).isEqualTo("[] [\"CONFIRMED\",\"DISPUTED\"]");
        // whoever acts for a student objects for them, and no more
        assertThat(possible(
                        participants.actingFor(
                                "staff-7", Market.UNIVERSITY, placed.student().person()),
                        placed))
                .isEqualTo("[] [\"DISPUTED\"]");
        Placing.entered(placing.enter(placing.student(placed), placed, Placing.reply("CONFIRMED", 1)));

        Api.Answer tooSoon = placing.enter(company, placed, Placing.step("COMPLETED"));
        assertThat(tooSoon.status()).isEqualTo(422);
        assertThat(tooSoon.text("detail")).contains("early");
        assertThat(placing.enter(company, placed, Placing.step("ENDED")).text("field"))
                .isEqualTo("reason");
        Api.Answer invented =
                placing.enter(company, placed, Bodies.with(Placing.ended(), "reason", "project-canceled"));
        assertThat(invented.status()).isEqualTo(422);
        assertThat(invented.text("type")).endsWith("/not-in-catalogue");
        assertThat(invented.json().path("nearest").path(0).asString()).isEqualTo("project-cancelled");
        assertThat(placing.enter(company, placed, Bodies.with(Placing.ended(), "on", yesterday))
                        .status())
                .isEqualTo(422);
        assertThat(placing.enter(company, placed, Bodies.with(Placing.jobOffer(), "startsOn", yesterday))
                        .text("field"))
                .isEqualTo("startsOn");
        assertThat(placing.enter(placing.student(placed), placed, Placing.step("JOB_ACCEPTED"))
                        .text("type"))
                .endsWith("/step-not-possible");
        assertThat(placing.enter(company, placed, Placing.step("RELEASED")).status())
                .isEqualTo(400);
        assertThat(company.get(placed.path()).json().path("entries").size()).isEqualTo(2);
    }

    @Test
    void refusesTheWrongPartyAndShowsNothingToOthers() {
        Placed placed = placing.agreed();
        Entered other = market.student(placed.programme());

        for (Api wrong : List.of(placing.student(placed), placing.university(), participants.operations())) {
            assertThat(placing.enter(wrong, placed, Placing.step("STARTED")).status())
                    .isEqualTo(403);
        }
        Placing.entered(placing.enter(placing.company(), placed, Placing.step("STARTED")));
        assertThat(placing.enter(placing.company(), placed, Placing.reply("CONFIRMED", 1))
                        .status())
                .isEqualTo(403);
        assertThat(placing.enter(placing.student(placed), placed, Placing.reply("VOIDED", 1))
                        .status())
                .isEqualTo(403);
        assertThat(placing.enter(placing.student(placed), placed, Placing.reply("CONFIRMED", 7))
                        .text("field"))
                .isEqualTo("entry");
        String list = "/programmes/%s/placements".formatted(placed.programme());
        for (Api outsider : List.of(
                participants.university("fudan"),
                participants.company("globex"),
                participants.student(Market.UNIVERSITY, other.person()))) {
            assertThat(outsider.get(placed.path()).status()).isEqualTo(404);
            assertThat(placing.enter(outsider, placed, Placing.step("STARTED")).status())
                    .isEqualTo(404);
            assertThat(outsider.get(list).json().path("items").size()).isZero();
        }
        for (Api party :
                List.of(placing.university(), placing.company(), placing.student(placed), participants.operations())) {
            Api.Answer mine = party.get(list
                    + "?state=AGREED&student=%s&internship=%s"
                            .formatted(placed.student().id(), placed.internship()));
            assertThat(mine.json().path("items").path(0).path("id").asString()).isEqualTo(placed.placement());
            assertThat(party.get(list + "?state=ENDED").json().path("items").size())
                    .isZero();
        }
        assertThat(placing.university().get("/placements/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void aWrongStepIsDisputedOrVoidedAndStaysOnRecord() {
        Placed placed = placing.agreed();
        Api company = placing.company();
        Api student = placing.student(placed);

        Placing.entered(placing.enter(company, placed, Placing.step("STARTED")));
        Placing.entered(placing.enter(student, placed, Placing.reply("DISPUTED", 1)));
        assertThat(placing.enter(placing.university(), placed, Placing.reply("CONFIRMED", 1))
                        .text("type"))
                .endsWith("/entry-settled");
        Placing.entered(placing.enter(company, placed, Placing.step("STARTED")));
        Placing.entered(placing.enter(student, placed, Placing.reply("CONFIRMED", 3)));
        Placing.entered(placing.enter(company, placed, Placing.ended()));

        // what carries something else is not taken away from under it
        Api.Answer carried = placing.enter(company, placed, Placing.reply("VOIDED", 3));
        assertThat(carried.status()).isEqualTo(409);
        assertThat(carried.json().path("entries").toString()).isEqualTo("[5]");
        Placing.entered(placing.enter(company, placed, Placing.reply("VOIDED", 5)));
        Api.Answer voided = placing.enter(placing.university(), placed, Placing.reply("VOIDED", 3));

        assertThat(voided.text("state")).isEqualTo("AGREED");
        assertThat(record(voided)).isEqualTo("""
                        1 STARTED DISPUTED COMPANY
                        2 DISPUTED 1 STUDENT
                        3 STARTED VOIDED COMPANY
                        4 CONFIRMED 3 STUDENT
                        5 ENDED VOIDED COMPANY
                        6 VOIDED 5 COMPANY
                        7 VOIDED 3 UNIVERSITY""");
        assertThat(Market.reasons(placing.university(), placed.programme()))
                .as("what was voided is not counted")
                .containsExactly("DISPUTE did-not-happen 1", "VOID did-not-happen 2");
    }

    @Test
    void isGivenUpWithItsOfferUnlessItIsOver() {
        Placed running = placing.started();
        Placing.entered(placing.enter(placing.company(), running, Placing.ended()));
        market.decide(placing.student(running), running.offer(), "RELEASE", "illness");
        assertThat(market.decideAsCompany(running.offer(), "RELEASE", null).text("state"))
                .isEqualTo("RELEASED");

        Api.Answer released = placing.student(running).get(running.path());
        assertThat(released.text("state")).isEqualTo("RELEASED");
        assertThat(released.text("reason")).isEqualTo("illness");
        assertThat(placing.university().get(running.agreement()).text("state")).isEqualTo("VOID");
        assertThat(placing.enter(placing.student(running), running, Placing.reply("CONFIRMED", 3))
                        .status())
                .isEqualTo(409);

        Placed over = placing.started();
        Placing.entered(placing.enter(placing.company(), over, Placing.ended()));
        Placing.entered(placing.enter(placing.student(over), over, Placing.reply("CONFIRMED", 3)));
        market.decideAsCompany(over.offer(), "RELEASE", "budget");
        Api.Answer refused = market.decide(placing.student(over), over.offer(), "RELEASE", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/placement-over");
        assertThat(market.state(over.offer())).isEqualTo("CONFIRMED");
    }

    @Test
    void whatEndedTakesUpNoDaysAnyMore() {
        Placed ended = placing.started();
        String elsewhere = market.programme();
        Entered same = market.student(elsewhere, ended.student().number());
        Map<String, @Nullable Object> next = Bodies.with(
                Bodies.with(
                        Bodies.internship(),
                        "startsOn",
                        Placing.today().plusDays(1).toString()),
                "weeks",
                8);
        Placing.entered(placing.enter(placing.company(), ended, Placing.ended()));
        Placing.entered(placing.enter(placing.student(ended), ended, Placing.reply("CONFIRMED", 3)));

        String offer = market.offer(elsewhere, same, market.internship(elsewhere, next));
        assertThat(market.decide(same, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");

        // and the days that somebody else has by now are not taken back
        Api.Answer refused = placing.enter(placing.company(), ended, Placing.reply("VOIDED", 3));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/committed-elsewhere");
        assertThat(placing.company().get(ended.path()).text("state")).isEqualTo("ENDED");
    }

    @Test
    void aDeclinedJobMayBeFollowedByAnother() {
        Placed placed = placing.started();

        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        assertThat(placing.enter(placing.company(), placed, Placing.jobOffer()).status())
                .isEqualTo(409);
        Placing.entered(placing.enter(
                placing.student(placed), placed, Bodies.with(Placing.step("JOB_DECLINED"), "reason", "salary")));
        Placing.entered(
                placing.enter(placing.company(), placed, Bodies.with(Placing.jobOffer(), "title", "Researcher")));
        Api.Answer accepted = placing.enter(placing.student(placed), placed, Placing.step("JOB_ACCEPTED"));

        assertThat(accepted.json().path("job").path("title").asString()).isEqualTo("Researcher");
        assertThat(accepted.json().path("job").path("declinedAt").isNull()).isTrue();
        assertThat(accepted.json().path("job").path("acceptedAt").isNull()).isFalse();
        assertThat(Market.reasons(placing.company(), placed.programme())).containsExactly("DECLINE_JOB salary 1");
        // free text stays in the service
        assertThat(TopicReader.events(codec, Topics.PLACEMENTS, TopicReader.programme(placed.programme()), 10)
                        .toString())
                .doesNotContain("Researcher");
        assertThat(PlacementState.valueOf(accepted.text("state"))).isEqualTo(PlacementState.STARTED);
    }

    private static String record(Api.Answer answer) {
        return answer.json()
                .path("entries")
                .valueStream()
                .map(entry -> "%s %s %s%s %s"
                        .formatted(
                                entry.path("entry").asString(),
                                entry.path("event").asString(),
                                entry.path("about").asString(""),
                                entry.path("state").asString(""),
                                entry.path("by").asString()))
                .collect(Collectors.joining("\n"));
    }

    /** What the caller is told they can enter, and of each step what they can say about it. */
    private static String possible(Api caller, Placed placed) {
        JsonNode placement = caller.get(placed.path()).json();
        return Stream.concat(
                        Stream.of(placement.path("possible")),
                        placement
                                .path("entries")
                                .valueStream()
                                .map(entry -> entry.path("possible"))
                                .filter(each -> !each.isMissingNode()))
                .map(JsonNode::toString)
                .collect(Collectors.joining(" "));
    }
}
