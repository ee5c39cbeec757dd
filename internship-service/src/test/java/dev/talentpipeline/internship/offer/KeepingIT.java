package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
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

/** Students who keep an offer while they hope for a better one, and what takes its place. */
@RunningService
class KeepingIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void aKeptOfferHoldsItsSeatUntilTheKeepDeadlineAndMayStillBeAccepted() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "keepWindow", "P10D"));
        Entered student = market.student(programme);
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 1));
        String offer = market.offer(programme, student, internship);

        Api.Answer kept = market.decide(student, offer, "KEEP");

        assertThat(kept.text("state")).isEqualTo("KEPT");
        Offer told = events(programme, offer, 2).getLast();
        assertThat(told.getState()).isEqualTo(OfferState.KEPT);
        assertThat(market.counted(told.getChangedAt(), Duration.ofDays(10))).isEqualTo(told.getRespondBy());
        market.admitted(Matcher.proposal(programme, 1, market.student(programme).id(), internship), "REJECTED NO_SEAT");
        Api.Answer again = market.decide(student, offer, "KEEP");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("type")).endsWith("/decision-not-possible");
        assertThat(again.json().path("possible").valueStream().map(each -> each.asString()))
                .containsExactly("ACCEPT", "DECLINE");
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
    }

    @Test
    void aKeptOfferExpiresAndTakesTheStudentOutOfTheMarket() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "keepWindow", "PT1S"));
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        market.decide(student, offer, "KEEP");

        market.awaitState(offer, "EXPIRED");
        assertThat(participants
                        .student(Market.UNIVERSITY, student.person())
                        .get("/programmes/%s/students/%s".formatted(programme, student.id()))
                        .text("state"))
                .isEqualTo("PAUSED");
    }

    @Test
    void aBetterOneReplacesTheKeptOneAndItsSeatIsFree() {
        Kept kept = kept(Bodies.programme());

        String better = market.admitted(kept.replacing(2, kept.hopedFor()), "EXTENDED");

        assertThat(market.state(kept.offer())).isEqualTo("REPLACED");
        assertThat(participants.company(Market.COMPANY).get("/offers/" + better).text("replaces"))
                .isEqualTo(kept.offer());
        Api.Answer late = market.decide(kept.student(), kept.offer(), "ACCEPT");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("state")).isEqualTo("REPLACED");
        // and the pair is not barred: the seat can be offered again once the student is free
        market.decide(kept.student(), better, "DECLINE");
        market.admitted(
                Matcher.proposal(kept.programme(), 3, kept.student().id(), kept.internship(), 1, 2, 1), "EXTENDED");
    }

    @Test
    void aReplacementWhoseAnswerWasLostIsAnsweredAlikeAndReplacesOnce() {
        Kept kept = kept(Bodies.programme());
        PlacementOffer proposal = kept.replacing(2, kept.hopedFor());
        String better = market.admitted(proposal, "EXTENDED");

        market.admitted(proposal, "EXTENDED");

        assertThat(events(kept.programme(), better, 2))
                .extracting(Offer::getState, Offer::getVersion)
                .containsExactly(tuple(OfferState.EXTENDED, 1L), tuple(OfferState.EXTENDED, 1L));
        assertThat(events(kept.programme(), kept.offer(), 3))
                .extracting(Offer::getState, Offer::getVersion)
                .containsExactly(
                        tuple(OfferState.EXTENDED, 1L), tuple(OfferState.KEPT, 2L), tuple(OfferState.REPLACED, 3L));
    }

    @Test
    void aStaleReplacementLeavesTheKeptOne() {
        Kept kept = kept(Bodies.programme());
        PlacementOffer stale = kept.replacing(2, kept.hopedFor());
        participants
                .company(Market.COMPANY)
                .put(
                        "/programmes/%s/internships/%s".formatted(kept.programme(), kept.hopedFor()),
                        Bodies.with(Bodies.internship(), "stipend", 6000));

        market.admitted(stale, "REJECTED STALE");

        assertThat(market.state(kept.offer())).isEqualTo("KEPT");
    }

    @Test
    void nothingTakesThePlaceOfAKeptOfferButWhatTheStudentListedAboveIt() {
        Kept kept = kept(Bodies.programme());

        market.admitted(kept.replacing(2, market.internship(kept.programme())), "REJECTED STUDENT_NOT_FREE");
        market.admitted(
                Matcher.proposal(kept.programme(), 3, kept.student().id(), kept.hopedFor(), 1, 2, 1),
                "REJECTED STUDENT_NOT_FREE");

        assertThat(market.state(kept.offer())).isEqualTo("KEPT");
    }

    @Test
    void anUpgradeIsLostOnceTheOfferIsNotKeptAnyMore() {
        Kept kept = kept(Bodies.programme());
        market.decide(kept.student(), kept.offer(), "ACCEPT");

        market.admitted(kept.replacing(2, kept.hopedFor()), "REJECTED UPGRADE_LOST");

        assertThat(market.state(kept.offer())).isEqualTo("CONFIRMED");
    }

    @Test
    void underApprovalTheOldSeatIsHeldUntilTheNewOfferGoesOut() {
        Kept kept = kept(approved());
        String better = market.admitted(kept.replacing(2, kept.hopedFor()), "AWAITING_APPROVAL");
        assertThat(market.state(kept.offer())).isEqualTo("KEPT");
        assertThat(taken(kept, kept.internship())).isEqualTo(1);
        assertThat(taken(kept, kept.hopedFor())).isEqualTo(1);

        assertThat(market.decideAsCompany(better, "APPROVE", null).text("state"))
                .isEqualTo("EXTENDED");

        assertThat(market.state(kept.offer())).isEqualTo("REPLACED");
        assertThat(taken(kept, kept.internship())).isZero();
        assertThat(taken(kept, kept.hopedFor())).isEqualTo(1);
    }

    @Test
    void aVetoOfTheBetterOneLeavesTheKeptOne() {
        Kept kept = kept(approved());
        String better = market.admitted(kept.replacing(2, kept.hopedFor()), "AWAITING_APPROVAL");

        market.decideAsCompany(better, "VETO", "no-fit");

        assertThat(market.state(kept.offer())).isEqualTo("KEPT");
        assertThat(market.decide(kept.student(), kept.offer(), "ACCEPT").text("state"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void whoAcceptsTheKeptOneNeedsTheBetterOneNoMore() {
        Kept kept = kept(approved());
        String better = market.admitted(kept.replacing(2, kept.hopedFor()), "AWAITING_APPROVAL");

        assertThat(market.decide(kept.student(), kept.offer(), "ACCEPT").text("state"))
                .isEqualTo("CONFIRMED");

        assertThat(market.state(better)).isEqualTo("RESCINDED COMMITTED_ELSEWHERE");
        assertThat(taken(kept, kept.hopedFor())).isZero();
        assertThat(market.decideAsCompany(better, "APPROVE", null).status()).isEqualTo(409);
    }

    @Test
    void aBetterOneThatAwaitsApprovalOutlivesTheKeptOne() {
        Kept kept = kept(approved());
        String better = market.admitted(kept.replacing(2, kept.hopedFor()), "AWAITING_APPROVAL");

        market.decide(kept.student(), kept.offer(), "DECLINE");
        // it is the student's only active offer now, so nothing else may come beside it
        market.admitted(
                Matcher.proposal(
                        kept.programme(), 3, kept.student().id(), market.internship(kept.programme()), 1, 2, 1),
                "REJECTED STUDENT_NOT_FREE");

        assertThat(market.decideAsCompany(better, "APPROVE", null).text("state"))
                .isEqualTo("EXTENDED");
        assertThat(market.state(kept.offer())).isEqualTo("DECLINED");
    }

    @Test
    void aCutTakesOpenOffersBackBeforeKeptOnes() {
        String programme = market.programme();
        String internship = market.internship(programme);
        Entered keeping = market.student(programme);
        Entered open = market.student(programme);
        PlacementOffer lower = PlacementOffer.newBuilder(Matcher.proposal(programme, 1, keeping.id(), internship))
                .setScore(0.1)
                .build();
        String kept = market.admitted(lower, "EXTENDED");
        market.decide(keeping, kept, "KEEP");
        String higher = market.offer(programme, open, internship);

        cut(programme, internship, 1);
        assertThat(market.state(higher)).isEqualTo("RESCINDED CAPACITY_CUT");
        assertThat(market.state(kept)).isEqualTo("KEPT");
    }

    private record Kept(String programme, Entered student, String internship, String offer, String hopedFor) {

        /** A proposal of another internship in its place, in the versions that hold. */
        PlacementOffer replacing(long clearing, String other) {
            return PlacementOffer.newBuilder(Matcher.proposal(programme, clearing, student.id(), other, 1, 2, 1))
                    .setReplaces(offer)
                    .build();
        }
    }

    /** A kept offer of the internship that the student put second. */
    private Kept kept(Map<String, @Nullable Object> rules) {
        String programme = market.programme(rules);
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String hopedFor = market.internship(programme);
        participants
                .student(Market.UNIVERSITY, student.person())
                .put(
                        "/programmes/%s/students/%s".formatted(programme, student.id()),
                        Bodies.with(Bodies.student(), "preferences", List.of(hopedFor, internship)));
        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), internship, 1, 2, 1);
        String offer;
        if (rules.containsKey("offerPolicy")) {
            offer = market.admitted(proposal, "AWAITING_APPROVAL");
            market.decideAsCompany(offer, "APPROVE", null);
        } else {
            offer = market.admitted(proposal, "EXTENDED");
        }
        assertThat(market.decide(student, offer, "KEEP").text("state")).isEqualTo("KEPT");
        return new Kept(programme, student, internship, offer, hopedFor);
    }

    private static Map<String, @Nullable Object> approved() {
        return Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL");
    }

    private void cut(String programme, String internship, int seats) {
        assertThat(participants
                        .company(Market.COMPANY)
                        .put(
                                "/programmes/%s/internships/%s".formatted(programme, internship),
                                Bodies.with(Bodies.internship(), "seats", seats))
                        .status())
                .isEqualTo(200);
    }

    private int taken(Kept kept, String internship) {
        return participants
                .company(Market.COMPANY)
                .get("/programmes/%s/internships/%s".formatted(kept.programme(), internship))
                .json()
                .path("taken")
                .asInt();
    }

    private List<Offer> events(String programme, String offer, int count) {
        return TopicReader.events(codec, Topics.OFFERS, key -> key.equals(programme + "/" + offer), count);
    }
}
