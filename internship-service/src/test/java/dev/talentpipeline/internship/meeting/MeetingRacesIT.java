package dev.talentpipeline.internship.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every interleaving of two who want different things of a meeting has one outcome. */
@RunningService
class MeetingRacesIT {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    RowLocks locks;

    @Test
    void ofAnAcceptanceAndAWithdrawalTheFirstCounts() throws SQLException {
        Meeters two = meeters();
        String meeting = two.invited();

        CompletableFuture<Api.Answer> accept;
        CompletableFuture<Api.Answer> withdraw;
        try (RowLocks.Held lock = locks.hold("person", two.student().person())) {
            accept = CompletableFuture.supplyAsync(() -> two.decide(two.own(), meeting, "ACCEPT", null));
            lock.awaitWaiting(1);
            withdraw = CompletableFuture.supplyAsync(() -> two.decide(two.company(), meeting, "WITHDRAW", "mistake"));
            lock.awaitWaiting(2);
        }

        assertThat(List.of(accept.join().status(), withdraw.join().status())).containsExactly(200, 409);
        assertThat(withdraw.join().json().path("possible").toString()).isEqualTo("[\"END\"]");
        assertThat(two.own().get("/meetings/" + meeting).text("state")).isEqualTo("OPEN");
    }

    @Test
    void anAcceptanceThatGotItsLockTooLateIsRefusedThoughNoSweepRan() throws SQLException {
        Meeters two = meeters();
        Instant deadline = Instant.now().plusMillis(1_500);
        String meeting = two.invite(Map.of("respondBy", deadline.toString())).text("id");

        CompletableFuture<Api.Answer> accept;
        try (RowLocks.Held lock = locks.hold("person", two.student().person())) {
            accept = CompletableFuture.supplyAsync(() -> two.decide(two.own(), meeting, "ACCEPT", null));
            lock.awaitWaiting(1);
            assertThat(Instant.now()).isBefore(deadline);
            await().atMost(BOUND).until(() -> Instant.now().isAfter(deadline));
            assertThat(two.own().get("/meetings/" + meeting).text("state")).isEqualTo("INVITED");
        }

        assertThat(accept.join().status()).isEqualTo(409);
        assertThat(accept.join().text("state")).isEqualTo("EXPIRED");
    }

    @Test
    void oneOfTwoCompaniesThatRedeemACodeAtOnceMeetsTheStudent() throws SQLException {
        Meeters two = meeters();
        String code = two.shareCode();

        CompletableFuture<Api.Answer> one;
        CompletableFuture<Api.Answer> other;
        try (RowLocks.Held lock = locks.hold("person", two.student().person())) {
            one = CompletableFuture.supplyAsync(() -> Meeters.redeem(company(), code));
            lock.awaitWaiting(1);
            other = CompletableFuture.supplyAsync(() -> Meeters.redeem(company(), code));
            lock.awaitWaiting(2);
        }

        assertThat(List.of(one.join().status(), other.join().status())).containsExactlyInAnyOrder(201, 404);
        assertThat(Meeters.ids(two.own(), two.programme(), "")).hasSize(1);
    }

    @Test
    void aCompanyThatGuessesAtOnceHasNoMoreGuessesThanOneAfterAnother() {
        Api company = company();
        List<CompletableFuture<Api.Answer>> guesses = new ArrayList<>();
        for (int i = 0; i < RedeemingShareCode.MOST_WRONG + 4; i++) {
            String guess = "WRNG-WRNG-00%02d".formatted(i);
            guesses.add(CompletableFuture.supplyAsync(() -> Meeters.redeem(company, guess)));
        }

        assertThat(guesses.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 404))
                .hasSize(RedeemingShareCode.MOST_WRONG);
    }

    @Test
    void invitationsAtOnceDoNotExceedWhatTheSeatsAllow() throws SQLException {
        String programme = market.programme();
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 1));
        for (int i = 1; i < InvitingStudent.MOST_WAITING_PER_SEAT; i++) {
            new Meeters(participants, market, programme, market.student(programme), internship).invited();
        }
        Meeters last = new Meeters(participants, market, programme, market.student(programme), internship);
        Meeters tooMany = new Meeters(participants, market, programme, market.student(programme), internship);

        CompletableFuture<Api.Answer> one;
        CompletableFuture<Api.Answer> other;
        try (RowLocks.Held lock = locks.hold("internship", internship)) {
            one = CompletableFuture.supplyAsync(() -> last.invite(Map.of()));
            lock.awaitWaiting(1);
            other = CompletableFuture.supplyAsync(() -> tooMany.invite(Map.of()));
            lock.awaitWaiting(2);
        }

        assertThat(List.of(one.join().status(), other.join().status())).containsExactly(201, 409);
    }

    @Test
    void nothingIsReadOnceAWithdrawalHasAnsweredAndWhatWaitedForItIsRefused() throws SQLException {
        Meeters two = meeters();
        String meeting = two.met();
        String path = "/meetings/" + meeting + "/dossier";
        two.own().post(path, Map.of("share", true));

        CompletableFuture<Api.Answer> withdraw;
        CompletableFuture<Api.Answer> read;
        try (RowLocks.Held lock = locks.hold("meeting", meeting)) {
            withdraw = CompletableFuture.supplyAsync(() -> two.own().post(path, Map.of("share", false)));
            lock.awaitWaiting(1);
            read = CompletableFuture.supplyAsync(() -> two.company().get(path));
            lock.awaitWaiting(2);
        }

        assertThat(withdraw.join().json().path("shared").asBoolean()).isFalse();
        int readings = two.own()
                .get("/people/" + two.student().person() + "/dossier/readings")
                .json()
                .path("items")
                .size();
        // Whichever of the two had its turn first: what was read is on record, and what was refused is not.
        assertThat(readings).isEqualTo(read.join().status() == 200 ? 1 : 0);
        assertThat(two.company().get(path).status()).isEqualTo(403);
    }

    private Meeters meeters() {
        return Meeters.in(participants, market, market.programme());
    }

    private Api company() {
        return participants.company("c-" + UUID.randomUUID());
    }
}
