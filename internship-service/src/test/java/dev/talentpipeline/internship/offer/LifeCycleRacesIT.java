package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Races of approval, keeping, replacement, endorsement and release, each forced by locks held from outside. Whoever waits for a lock first
 * gets it first.
 */
@RunningService
class LifeCycleRacesIT {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String SHORT = "PT2S";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    RowLocks locks;

    @Test
    void anApprovalThatGotItsLockTooLateIsRefusedThoughNoSweepRan() throws SQLException {
        String programme = market.programme(Bodies.with(approved(), "approvalWindow", SHORT));
        Entered student = market.student(programme);
        String offer = market.admitted(
                Matcher.proposal(programme, 1, student.id(), market.internship(programme)), "AWAITING_APPROVAL");

        Api.Answer late = decideTooLate(student, offer, () -> market.decideAsCompany(offer, "APPROVE", null));

        assertThat(late.text("state")).isEqualTo("LAPSED");
        market.awaitState(offer, "LAPSED");
    }

    @Test
    void anEndorsementThatGotItsLockTooLateIsRefusedThoughNoSweepRan() throws SQLException {
        String programme = market.programme(endorsed(SHORT));
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        market.decide(student, offer, "ACCEPT");

        Api.Answer late = decideTooLate(student, offer, () -> market.decideAsUniversity(offer, "ENDORSE", null));

        assertThat(late.text("state")).isEqualTo("LAPSED");
        market.awaitState(offer, "LAPSED");
    }

    @Test
    void aKeepThatGotItsLockTooLateIsRefusedThoughNoSweepRan() throws SQLException {
        String programme = market.programme(Bodies.with(Bodies.programme(), "responseWindow", SHORT));
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));

        Api.Answer late = decideTooLate(student, offer, () -> market.decide(student, offer, "KEEP"));

        assertThat(late.text("state")).isEqualTo("EXPIRED");
        market.awaitState(offer, "EXPIRED");
    }

    @Test
    void anAcceptanceOfAKeptOfferThatGotItsLockTooLateIsRefusedThoughNoSweepRan() throws SQLException {
        Kept kept = kept(Bodies.with(Bodies.programme(), "keepWindow", SHORT));

        Api.Answer late = decideTooLate(
                kept.student(), kept.offer(), () -> market.decide(kept.student(), kept.offer(), "ACCEPT"));

        assertThat(late.text("state")).isEqualTo("EXPIRED");
        market.awaitState(kept.offer(), "EXPIRED");
    }

    @Test
    void aDecisionThatComesBehindTheSweepMeetsWhatTheSweepMade() throws SQLException {
        String programme = market.programme(Bodies.with(Bodies.programme(), "responseWindow", SHORT));
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = market.offer(programme, student, internship);

        CompletableFuture<Api.Answer> accept;
        try (RowLocks.Held lock = locks.hold("internship", internship)) {
            // the sweep has the person's lock and waits for the internship's
            lock.awaitWaiting(1);
            accept = CompletableFuture.supplyAsync(() -> market.decide(student, offer, "ACCEPT"));
            lock.awaitWaiting(2);
            assertThat(market.state(offer)).isEqualTo("EXTENDED");
        }

        assertThat(accept.join().status()).isEqualTo(409);
        assertThat(accept.join().text("state")).isEqualTo("EXPIRED");
        assertThat(market.state(offer)).isEqualTo("EXPIRED");
    }

    @Test
    void aReplacementThatGotItsLockAfterTheKeepDeadlineIsLostThoughNoSweepRan() throws SQLException {
        Kept kept = kept(Bodies.with(Bodies.programme(), "keepWindow", SHORT));
        Instant keepBy = deadline(kept.student(), kept.offer());
        PlacementOffer better = kept.replacing();

        try (RowLocks.Held lock = locks.hold("person", kept.student().person())) {
            matcher.emit(better);
            lock.awaitWaiting(1);
            assertThat(Instant.now()).isBefore(keepBy);
            await().atMost(BOUND).until(() -> Instant.now().isAfter(keepBy));
            assertThat(market.state(kept.offer())).isEqualTo("KEPT");
        }

        market.awaitState(better.getOfferId(), "REJECTED UPGRADE_LOST");
        market.awaitState(kept.offer(), "EXPIRED");
    }

    @Test
    void aReplacementThatIsOvertakenByTheAcceptanceIsLost() throws SQLException {
        Kept kept = kept(Bodies.programme());
        PlacementOffer better = kept.replacing();

        CompletableFuture<Api.Answer> accept;
        try (RowLocks.Held lock = locks.hold("person", kept.student().person())) {
            accept = CompletableFuture.supplyAsync(() -> market.decide(kept.student(), kept.offer(), "ACCEPT"));
            lock.awaitWaiting(1);
            matcher.emit(better);
            lock.awaitWaiting(2);
        }

        assertThat(accept.join().text("state")).isEqualTo("CONFIRMED");
        market.awaitState(better.getOfferId(), "REJECTED UPGRADE_LOST");
        assertThat(market.state(kept.offer())).isEqualTo("CONFIRMED");
    }

    @Test
    void anAcceptanceThatIsOvertakenByTheReplacementIsRefused() throws SQLException {
        Kept kept = kept(Bodies.programme());
        PlacementOffer better = kept.replacing();

        CompletableFuture<Api.Answer> accept;
        try (RowLocks.Held lock = locks.hold("person", kept.student().person())) {
            matcher.emit(better);
            lock.awaitWaiting(1);
            accept = CompletableFuture.supplyAsync(() -> market.decide(kept.student(), kept.offer(), "ACCEPT"));
            lock.awaitWaiting(2);
        }

        Api.Answer refused = accept.join();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("state")).isEqualTo("REPLACED");
        assertThat(market.state(better.getOfferId())).isEqualTo("EXTENDED");
    }

    @Test
    void ofAnAcceptanceAndTheApprovalOfWhatReplacesItTheFirstCounts() throws SQLException {
        for (boolean acceptFirst : List.of(true, false)) {
            Kept kept = kept(approved());
            String better = market.admitted(kept.replacing(), "AWAITING_APPROVAL");
            Supplier<Api.Answer> accept = () -> market.decide(kept.student(), kept.offer(), "ACCEPT");
            Supplier<Api.Answer> approve = () -> market.decideAsCompany(better, "APPROVE", null);

            CompletableFuture<Api.Answer> first;
            CompletableFuture<Api.Answer> second;
            try (RowLocks.Held lock = locks.hold("person", kept.student().person())) {
                first = CompletableFuture.supplyAsync(acceptFirst ? accept : approve);
                lock.awaitWaiting(1);
                second = CompletableFuture.supplyAsync(acceptFirst ? approve : accept);
                lock.awaitWaiting(2);
            }

            assertThat(first.join().status()).isEqualTo(200);
            assertThat(second.join().status()).isEqualTo(409);
            assertThat(List.of(market.state(kept.offer()), market.state(better)))
                    .isEqualTo(
                            acceptFirst
                                    ? List.of("CONFIRMED", "RESCINDED COMMITTED_ELSEWHERE")
                                    : List.of("REPLACED", "EXTENDED"));
        }
    }

    @Test
    void anApprovalAfterTheKeepDeadlineEndsTheKeepingAsExpiredThoughNoSweepRan() throws SQLException {
        Kept kept = kept(Bodies.with(approved(), "keepWindow", SHORT));
        Instant keepBy = deadline(kept.student(), kept.offer());
        String better = market.admitted(kept.replacing(), "AWAITING_APPROVAL");

        CompletableFuture<Api.Answer> approve;
        try (RowLocks.Held lock = locks.hold("person", kept.student().person())) {
            approve = CompletableFuture.supplyAsync(() -> market.decideAsCompany(better, "APPROVE", null));
            lock.awaitWaiting(1);
            await().atMost(BOUND).until(() -> Instant.now().isAfter(keepBy));
            assertThat(market.state(kept.offer())).isEqualTo("KEPT");
        }

        assertThat(approve.join().text("state")).isEqualTo("EXTENDED");
        assertThat(market.state(kept.offer())).isEqualTo("EXPIRED");
    }

    @Test
    void aCutThatIsOvertakenByAKeepTakesBackTheOpenOneInstead() throws SQLException {
        String programme = market.programme();
        Entered keeping = market.student(programme);
        Entered open = market.student(programme);
        String internship = market.internship(programme);
        PlacementOffer lower = PlacementOffer.newBuilder(Matcher.proposal(programme, 1, keeping.id(), internship))
                .setScore(0.1)
                .build();
        String kept = market.admitted(lower, "EXTENDED");
        String higher = market.offer(programme, open, internship);

        CompletableFuture<Api.Answer> keep;
        CompletableFuture<Api.Answer> cut;
        try (RowLocks.Held lock = locks.hold("internship", internship)) {
            keep = CompletableFuture.supplyAsync(() -> market.decide(keeping, kept, "KEEP"));
            lock.awaitWaiting(1);
            cut = CompletableFuture.supplyAsync(() -> participants
                    .company(Market.COMPANY)
                    .put(
                            "/programmes/%s/internships/%s".formatted(programme, internship),
                            Bodies.with(Bodies.internship(), "seats", 1)));
            lock.awaitWaiting(2);
        }

        assertThat(keep.join().status()).isEqualTo(200);
        assertThat(cut.join().status()).isEqualTo(200);
        assertThat(List.of(market.state(kept), market.state(higher))).containsExactly("KEPT", "RESCINDED CAPACITY_CUT");
    }

    @Test
    void aReleaseThatIsTakenBackBeforeTheOtherSideAgreesIsNoRelease() throws SQLException {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        market.decide(student, offer, "ACCEPT");
        Api own = participants.student(Market.UNIVERSITY, student.person());
        market.decide(own, offer, "RELEASE", "illness");

        CompletableFuture<Api.Answer> takenBack;
        CompletableFuture<Api.Answer> agreed;
        try (RowLocks.Held lock = locks.hold("person", student.person())) {
            takenBack = CompletableFuture.supplyAsync(() -> market.decide(own, offer, "REFUSE_RELEASE", null));
            lock.awaitWaiting(1);
            agreed = CompletableFuture.supplyAsync(() -> market.decideAsUniversity(offer, "RELEASE", null));
            lock.awaitWaiting(2);
        }

        assertThat(takenBack.join().status()).isEqualTo(200);
        assertThat(agreed.join().status()).isEqualTo(409);
        assertThat(market.state(offer)).isEqualTo("CONFIRMED");
    }

    @Test
    void twoRequestsForTheSameManyInOppositeOrderDoNotBlockEachOther() throws SQLException {
        String programme = market.programme(endorsed("P1D"));
        Entered first = market.student(programme);
        Entered second = market.student(programme);
        String one = market.offer(programme, first, market.internship(programme));
        String two = market.offer(programme, second, market.internship(programme));
        market.decide(first, one, "ACCEPT");
        market.decide(second, two, "ACCEPT");

        CompletableFuture<Api.Answer> forth;
        CompletableFuture<Api.Answer> back;
        try (RowLocks.Held lock = locks.hold("person", second.person())) {
            forth = CompletableFuture.supplyAsync(() -> endorse(one, two));
            lock.awaitWaiting(1);
            back = CompletableFuture.supplyAsync(() -> endorse(two, one));
            lock.awaitWaiting(2);
        }

        assertThat(List.of(statuses(forth.join()), statuses(back.join())))
                .containsExactlyInAnyOrder(List.of(200, 200), List.of(409, 409));
    }

    private Api.Answer endorse(String... offers) {
        return participants
                .university(Market.UNIVERSITY)
                .post("/offers/decisions", Map.of("decision", "ENDORSE", "offers", List.of(offers)));
    }

    private static List<Integer> statuses(Api.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asInt())
                .toList();
    }

    /** Sends the decision in time and lets it have its lock only after the deadline; a sweep passes by who is locked. */
    private Api.Answer decideTooLate(Entered student, String offer, Supplier<Api.Answer> decision) throws SQLException {
        Instant deadline = deadline(student, offer);
        String before = market.state(offer);
        CompletableFuture<Api.Answer> answer;
        try (RowLocks.Held lock = locks.hold("person", student.person())) {
            answer = CompletableFuture.supplyAsync(decision);
            lock.awaitWaiting(1);
            assertThat(Instant.now()).isBefore(deadline);
            await().atMost(BOUND).until(() -> Instant.now().isAfter(deadline));
            assertThat(market.state(offer)).isEqualTo(before);
        }
        assertThat(answer.join().status()).isEqualTo(409);
        return answer.join();
    }

    private Instant deadline(Entered student, String offer) {
        return Instant.parse(participants
                .student(Market.UNIVERSITY, student.person())
                .get("/offers/" + offer)
                .text("respondBy"));
    }

    private record Kept(String programme, Entered student, String offer, String hopedFor) {

        PlacementOffer replacing() {
            return PlacementOffer.newBuilder(Matcher.proposal(programme, 2, student.id(), hopedFor, 1, 2, 1))
                    .setReplaces(offer)
                    .build();
        }
    }

    /** A kept offer of a student who listed one internship, and was offered another. */
    private Kept kept(Map<String, @Nullable Object> rules) {
        String programme = market.programme(rules);
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String hopedFor = market.internship(programme);
        participants
                .student(Market.UNIVERSITY, student.person())
                .put(
                        "/programmes/%s/students/%s".formatted(programme, student.id()),
                        Bodies.with(Bodies.student(), "preferences", List.of(hopedFor)));
        PlacementOffer proposal = Matcher.proposal(programme, 1, student.id(), internship, 1, 2, 1);
        String offer = market.admitted(proposal, rules.containsKey("offerPolicy") ? "AWAITING_APPROVAL" : "EXTENDED");
        if (rules.containsKey("offerPolicy")) {
            market.decideAsCompany(offer, "APPROVE", null);
        }
        assertThat(market.decide(student, offer, "KEEP").text("state")).isEqualTo("KEPT");
        return new Kept(programme, student, offer, hopedFor);
    }

    private static Map<String, @Nullable Object> approved() {
        return Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL");
    }

    private static Map<String, @Nullable Object> endorsed(String window) {
        return Bodies.with(Bodies.with(Bodies.programme(), "universityEndorsement", true), "endorsementWindow", window);
    }
}
