package dev.talentpipeline.internship.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a change of rules in mid-season says, does, and may not do. */
@RunningService
class RuleChangeIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    RowLocks locks;

    @Autowired
    EventCodec codec;

    @Test
    void aDryRunSaysWhatAChangeWouldDoAndChangesNothing() {
        String programme = market.programme(asked());
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 4));
        made(programme, internship, "AWAITING_APPROVAL");
        made(programme, internship, "EXTENDED");
        made(programme, internship, "KEPT");
        Made accepted = made(programme, internship, "ACCEPTED");
        Map<String, @Nullable Object> rules = Bodies.with(asked(), "offerPolicy", "AUTOMATIC");
        rules.put("universityEndorsement", false);
        rules.put("responseWindow", "P1D");
        rules.put("lists", "EXPLICIT");
        rules.put("quotas", Map.of("eachCompany", 2));
        rules.put("companies", List.of("somebody-else"));

        Api.Answer dry = owner().post("/programmes/%s/dry-run".formatted(programme), rules);

        assertThat(dry.status()).as(dry.json().toString()).isEqualTo(200);
        assertThat(dry.json().path("allowed").asBoolean()).isFalse();
        assertThat(dry.json().path("changed").toString())
                .isEqualTo("[\"responseWindow\",\"lists\",\"offerPolicy\",\"endorsement\",\"companies\",\"quotas\"]");
        assertThat(dry.json().path("leaving").toString())
                .isEqualTo(
                        "[{\"side\":\"COMPANY\",\"member\":\"acme-ai\",\"entered\":1,\"open\":3,\"committed\":1,\"committedOffers\":[\"%s\"]}]"
                                .formatted(accepted.offer()));
        assertThat(dry.json().path("beyondQuota").toString())
                .isEqualTo("[{\"side\":\"COMPANY\",\"member\":\"acme-ai\",\"quota\":2,\"entered\":4}]");
        assertThat(dry.json().path("effects").toString())
                .isEqualTo(
                        "[{\"effect\":\"KEEPS_DEADLINE\",\"offers\":1},{\"effect\":\"STILL_AWAITS_APPROVAL\",\"offers\":1},"
                                + "{\"effect\":\"STILL_AWAITS_ENDORSEMENT\",\"offers\":1},{\"effect\":\"WILL_NEED_NO_ENDORSEMENT\",\"offers\":3},"
                                + "{\"effect\":\"STAYS_THOUGH_NOT_LISTED\",\"offers\":3},{\"effect\":\"TAKEN_BACK\",\"offers\":3}]");
        assertThat(owner().get("/programmes/" + programme).etag()).isEqualTo("\"1\"");
    }

    @Test
    void aDryRunSaysWhatSilenceAndEndorsementBecome() {
        String programme = market.programme(asked());
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 4));
        made(programme, internship, "AWAITING_APPROVAL");
        made(programme, internship, "EXTENDED");
        made(programme, internship, "ACCEPTED");

        assertThat(effects(programme, Bodies.with(asked(), "approvalDefault", "APPROVE")))
                .isEqualTo("[{\"effect\":\"SILENCE_MEANS_OTHERWISE\",\"offers\":1}]");
        assertThat(effects(programme, Bodies.with(asked(), "endorsementDefault", "ENDORSE")))
                .isEqualTo("[{\"effect\":\"SILENCE_MEANS_OTHERWISE\",\"offers\":1}]");
        assertThat(effects(programme, Bodies.with(asked(), "grace", "PT1H")))
                .isEqualTo("[{\"effect\":\"SILENCE_MEANS_OTHERWISE\",\"offers\":3}]");
        assertThat(effects(
                        programme,
                        Bodies.with(
                                Bodies.with(asked(), "universityEndorsement", null),
                                "endorsement",
                                "SCHOOL_THEN_CAREER_CENTRE")))
                .isEqualTo(
                        "[{\"effect\":\"WILL_BE_ENDORSED_OTHERWISE\",\"offers\":2},{\"effect\":\"KEEPS_ENDORSER\",\"offers\":1}]");
        assertThat(effects(programme, Bodies.with(asked(), "name", "Spring"))).isEqualTo("[]");
    }

    @Test
    void membersInAnotherOrderAreNoChange() {
        String programme = market.programme(Bodies.with(asked(), "universities", List.of(Market.UNIVERSITY, "fudan")));

        assertThat(changed(programme, Bodies.with(asked(), "universities", List.of("fudan", Market.UNIVERSITY))))
                .isEqualTo("[]");
        assertThat(changed(programme, Bodies.with(asked(), "universities", List.of(Market.UNIVERSITY))))
                .isEqualTo("[\"universities\"]");
    }

    private String changed(String programme, Map<String, @Nullable Object> rules) {
        return owner().post("/programmes/%s/dry-run".formatted(programme), rules)
                .json()
                .path("changed")
                .toString();
    }

    private String effects(String programme, Map<String, @Nullable Object> rules) {
        return owner().post("/programmes/%s/dry-run".formatted(programme), rules)
                .json()
                .path("effects")
                .toString();
    }

    @Test
    void aMemberWithCommitmentsStaysAndNothingOfTheChangeIsDone() {
        String programme = market.programme();
        String internship = market.internship(programme);
        Made committed = made(programme, internship, "CONFIRMED");
        Made open = made(programme, internship, "EXTENDED");

        Api.Answer refused = owner().put("/programmes/" + programme, without("companies"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/member-committed");
        assertThat(refused.text("field")).isEqualTo("companies");
        assertThat(refused.json()
                        .path("members")
                        .path(0)
                        .path("committedOffers")
                        .toString())
                .contains(committed.offer());
        assertThat(owner().get("/programmes/" + programme).etag()).isEqualTo("\"1\"");
        assertThat(market.state(open.offer())).isEqualTo("EXTENDED");
        assertThat(owner().put("/programmes/" + programme, without("universities"))
                        .text("field"))
                .isEqualTo("universities");
    }

    @Test
    void aMemberThatLeavesTakesItsOpenOffersAlongInTheSameTransaction() {
        String programme = market.programme();
        Made open = made(programme, market.internship(programme), "KEPT");

        Api.Answer changed = owner().put("/programmes/" + programme, without("companies"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(market.state(open.offer())).isEqualTo("RESCINDED MEMBER_LEFT");
        assertThat(TopicReader.events(codec, Topics.OFFERS, key -> key.endsWith("/" + open.offer()), 3)
                        .getLast()
                        .getProgrammeVersion())
                .as("waits for rules newer than those that let the member go")
                .isEqualTo(2);
        // then: as no member any more it neither posts nor is proposed
        assertThat(participants
                        .company(Market.COMPANY)
                        .put("/programmes/%s/internships/another".formatted(programme), Bodies.internship())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAcceptanceBeforeTheChangeKeepsTheMemberAndOneAfterItIsTooLate() throws SQLException {
        for (boolean acceptFirst : List.of(true, false)) {
            String programme = market.programme();
            Made open = made(programme, market.internship(programme), "EXTENDED");
            Supplier<Api.Answer> accept = () -> market.decide(open.student(), open.offer(), "ACCEPT");
            Supplier<Api.Answer> change = () -> owner().put("/programmes/" + programme, without("companies"));

            CompletableFuture<Api.Answer> first;
            CompletableFuture<Api.Answer> second;
            try (RowLocks.Held lock = locks.hold("person", open.student().person())) {
                first = CompletableFuture.supplyAsync(acceptFirst ? accept : change);
                lock.awaitWaiting(1);
                second = CompletableFuture.supplyAsync(acceptFirst ? change : accept);
                lock.awaitWaiting(2);
            }

            assertThat(first.join().status()).isEqualTo(200);
            assertThat(second.join().status()).isEqualTo(409);
            assertThat(market.state(open.offer())).isEqualTo(acceptFirst ? "CONFIRMED" : "RESCINDED MEMBER_LEFT");
        }
    }

    @Test
    void whatIsUnderWayKeepsTheRulesItGot() {
        String programme = market.programme(asked());
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 4));
        Made awaiting = made(programme, internship, "AWAITING_APPROVAL");
        Made accepted = made(programme, internship, "ACCEPTED");
        String respondBy = own(accepted).get("/offers/" + accepted.offer()).text("respondBy");
        Map<String, @Nullable Object> rules = Bodies.with(asked(), "offerPolicy", "AUTOMATIC");
        rules.put("universityEndorsement", false);
        rules.put("endorsementWindow", "PT1S");

        assertThat(owner().put("/programmes/" + programme, rules).status()).isEqualTo(200);

        assertThat(own(accepted).get("/offers/" + accepted.offer()).text("respondBy"))
                .isEqualTo(respondBy);
        assertThat(market.decideAsUniversity(accepted.offer(), "ENDORSE", null).text("state"))
                .isEqualTo("CONFIRMED");
        assertThat(market.decideAsCompany(awaiting.offer(), "APPROVE", null).text("state"))
                .isEqualTo("EXTENDED");
        assertThat(market.decide(awaiting.student(), awaiting.offer(), "ACCEPT").text("state"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void onlyWhoRunsItMayTryAChange() {
        String programme = market.programme();
        String path = "/programmes/%s/dry-run".formatted(programme);

        assertThat(participants
                        .company("acme-ai")
                        .post(path, Bodies.programme())
                        .status())
                .isEqualTo(403);
        assertThat(owner().post("/programmes/no-such/dry-run", Bodies.programme())
                        .status())
                .isEqualTo(404);
        assertThat(owner().post(path, Bodies.with(Bodies.programme(), "mode", "DAILY"))
                        .status())
                .isEqualTo(400);
        Api.Answer same = participants.operations().post(path, Bodies.programme());
        assertThat(same.json().path("allowed").asBoolean()).isTrue();
        assertThat(same.json().path("changed").isEmpty()).isTrue();
        assertThat(same.json().path("effects").isEmpty()).isTrue();
    }

    private record Made(Entered student, String offer) {}

    /** An offer that was brought into the state by the steps that lead there. */
    private Made made(String programme, String internship, String state) {
        Entered student = market.student(programme);
        boolean approved = participants
                .university(Market.UNIVERSITY)
                .get("/programmes/" + programme)
                .text("offerPolicy")
                .equals("COMPANY_APPROVAL");
        String offer = market.admitted(
                Matcher.proposal(programme, 1, student.id(), internship), approved ? "AWAITING_APPROVAL" : "EXTENDED");
        if (approved && !state.equals("AWAITING_APPROVAL")) {
            market.decideAsCompany(offer, "APPROVE", null);
        }
        switch (state) {
            case "KEPT" -> market.decide(student, offer, "KEEP");
            case "ACCEPTED", "CONFIRMED" -> market.decide(student, offer, "ACCEPT");
            default -> {}
        }
        assertThat(market.state(offer)).isEqualTo(state);
        return new Made(student, offer);
    }

    private Api own(Made made) {
        return participants.student(Market.UNIVERSITY, made.student().person());
    }

    private static Map<String, @Nullable Object> asked() {
        return Bodies.with(
                Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL"), "universityEndorsement", true);
    }

    private static Map<String, @Nullable Object> without(String side) {
        return Bodies.with(Bodies.programme(), side, List.of("somebody-else"));
    }

    private Api owner() {
        return participants.university(Market.UNIVERSITY);
    }
}
