package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Races, each forced into the interleaving that would break a careless implementation, by locks held from outside. */
@RunningService
class OfferRacesIT {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    EventCodec codec;

    @Autowired
    RowLocks locks;

    @Test
    void anAcceptThatWasSentInTimeButGotItsLockTooLateIsRefusedThoughNoSweepRan() throws SQLException {
        String programme = market.programme(Bodies.with(Bodies.programme(), "responseWindow", "PT1.5S"));
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = market.offer(programme, student, internship);
        Instant respondBy = Instant.parse(own(student).get("/offers/" + offer).text("respondBy"));

        // given somebody holds the person's lock, at which the sweep passes by
        CompletableFuture<Api.Answer> accept;
        try (RowLocks.Held lock = locks.hold("person", student.person())) {
            accept = CompletableFuture.supplyAsync(() -> market.decide(student, offer, "ACCEPT"));
            lock.awaitWaiting(1);
            assertThat(Instant.now()).isBefore(respondBy);
            await().atMost(BOUND).until(() -> Instant.now().isAfter(respondBy));
            assertThat(market.state(offer)).isEqualTo("EXTENDED");
        }

        // then the answer came too late, and names what the offer amounts to
        Api.Answer refused = accept.join();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("state")).isEqualTo("EXPIRED");

        // and the sweep expires it, which takes the student out of the market until they act
        market.awaitState(offer, "EXPIRED");
        String path = "/programmes/%s/students/%s".formatted(programme, student.id());
        assertThat(own(student).get(path).text("state")).isEqualTo("PAUSED");
        Api.Answer back = own(student).put(path, Bodies.student());
        assertThat(back.text("state")).isEqualTo("ACTIVE");
        assertThat(back.etag()).isEqualTo("\"3\"");
    }

    @Test
    void aCutThatIsOvertakenByAnAdmissionStillTakesBackTheLowestPriority() throws SQLException {
        String programme = market.programme();
        Entered better = market.student(programme);
        Entered worse = market.student(programme);
        String internship = market.internship(programme);
        String kept = market.offer(programme, better, internship);
        PlacementOffer late = PlacementOffer.newBuilder(Matcher.proposal(programme, 2, worse.id(), internship))
                .setScore(0.5)
                .build();

        // given an admission that waits for the internship, and behind it a cut that knows only of the offer before
        CompletableFuture<Api.Answer> cut;
        try (RowLocks.Held lock = locks.hold("internship", internship)) {
            matcher.emit(late);
            lock.awaitWaiting(1);
            cut = CompletableFuture.supplyAsync(() -> participants
                    .company(Market.COMPANY)
                    .put(
                            "/programmes/%s/internships/%s".formatted(programme, internship),
                            Bodies.with(Bodies.internship(), "seats", 1)));
            lock.awaitWaiting(2);
        }

        // then both happen, in that order
        assertThat(cut.join().status()).isEqualTo(200);
        assertThat(cut.join().json().path("taken").asInt()).isEqualTo(1);
        assertThat(market.state(late.getOfferId())).isEqualTo("RESCINDED CAPACITY_CUT");
        assertThat(market.state(kept)).isEqualTo("EXTENDED");
        List<Offer> told =
                TopicReader.events(codec, Topics.OFFERS, key -> key.equals(programme + "/" + late.getOfferId()), 2);
        assertThat(told).extracting(Offer::getState).containsExactly(OfferState.EXTENDED, OfferState.RESCINDED);
        assertThat(told.getLast().getInternshipVersion()).isEqualTo(2);
    }

    @Test
    void anAdmissionThatIsOvertakenByACutIsStale() throws SQLException {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), internship);

        try (RowLocks.Held lock = locks.hold("person", student.person())) {
            matcher.emit(proposal);
            lock.awaitWaiting(1);
            participants
                    .company(Market.COMPANY)
                    .put(
                            "/programmes/%s/internships/%s".formatted(programme, internship),
                            Bodies.with(Bodies.internship(), "seats", 1));
        }

        market.awaitState(proposal.getOfferId(), "REJECTED STALE");
    }

    @Test
    void capacityIsNeverCutBelowWhatWasAccepted() {
        String programme = market.programme();
        Entered first = market.student(programme);
        Entered second = market.student(programme);
        String internship = market.internship(programme);
        market.decide(first, market.offer(programme, first, internship), "ACCEPT");
        market.decide(second, market.offer(programme, second, internship), "ACCEPT");

        Api.Answer cut = participants
                .company(Market.COMPANY)
                .put(
                        "/programmes/%s/internships/%s".formatted(programme, internship),
                        Bodies.with(Bodies.internship(), "seats", 1));

        assertThat(cut.status()).isEqualTo(409);
        assertThat(cut.json().path("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void twoAcceptsOfTheSameOfferAtOnceAreOneAcceptance() throws SQLException {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        CompletableFuture<Api.Answer> one;
        CompletableFuture<Api.Answer> other;
        try (RowLocks.Held lock = locks.hold("person", student.person())) {
            one = CompletableFuture.supplyAsync(() -> market.decide(student, offer, "ACCEPT"));
            other = CompletableFuture.supplyAsync(() -> market.decide(student, offer, "DECLINE"));
            lock.awaitWaiting(2);
        }

        assertThat(List.of(one.join().status(), other.join().status())).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whoLeavesLosesOpenOffersAndKeepsAcceptedOnes() {
        String programme = market.programme();
        Entered open = market.student(programme);
        Entered accepted = market.student(programme);
        String internship = market.internship(programme);
        String openOffer = market.offer(programme, open, internship);
        String acceptedOffer = market.offer(programme, accepted, internship);
        market.decide(accepted, acceptedOffer, "ACCEPT");

        Api.Answer withdrawn = own(open).delete("/programmes/%s/students/%s".formatted(programme, open.id()));
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(market.state(openOffer)).isEqualTo("RESCINDED STUDENT_WITHDRAWN");

        Api.Answer closed = participants
                .company(Market.COMPANY)
                .delete("/programmes/%s/internships/%s".formatted(programme, internship));
        assertThat(closed.text("state")).isEqualTo("WITHDRAWN");
        assertThat(market.state(acceptedOffer)).isEqualTo("CONFIRMED");
    }

    @Test
    void closingAProgrammeTakesBackItsOpenOffers() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        participants
                .university(Market.UNIVERSITY)
                .post("/programmes/" + programme + "/state", Map.of("state", "CLOSED"));

        assertThat(market.decide(student, offer, "ACCEPT").status()).isEqualTo(409);
        market.awaitState(offer, "RESCINDED PROGRAMME_CLOSED");
    }

    private Api own(Entered student) {
        return participants.student(Market.UNIVERSITY, student.person());
    }
}
