package dev.talentpipeline.internship.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Races over placements and agreements, each forced by a lock held from outside. Whoever waits for it first gets it first. */
@RunningService
class PlacementRacesIT {

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Autowired
    RowLocks locks;

    @Test
    void ofAStartAndAReleaseTheRecordTellsBothOrOnlyTheRelease() throws SQLException {
        for (boolean startFirst : List.of(true, false)) {
            Placed placed = placing.agreed();
            market.decideAsCompany(placed.offer(), "RELEASE", "budget");
            Supplier<Api.Answer> start = () -> placing.enter(placing.company(), placed, Placing.step("STARTED"));
            Supplier<Api.Answer> release =
                    () -> market.decide(placing.student(placed), placed.offer(), "RELEASE", null);

            Pair answers = race(placed, startFirst ? start : release, startFirst ? release : start);

            assertThat(answers.statuses()).containsExactly(200, startFirst ? 200 : 409);
            assertThat(placing.university().get(placed.path()).text("state")).isEqualTo("RELEASED");
            assertThat(market.state(placed.offer())).isEqualTo("RELEASED budget");
        }
    }

    @Test
    void aConfirmationThatIsOvertakenByTheReleaseIsRefused() throws SQLException {
        Placed placed = placing.agreed();
        Placing.entered(placing.enter(placing.company(), placed, Placing.step("STARTED")));
        market.decideAsCompany(placed.offer(), "RELEASE", "budget");

        Pair answers = race(
                placed,
                () -> market.decide(placing.student(placed), placed.offer(), "RELEASE", null),
                () -> placing.enter(placing.university(), placed, Placing.reply("CONFIRMED", 1)));

        assertThat(answers.statuses()).containsExactly(200, 409);
        assertThat(answers.second().text("state")).isEqualTo("RELEASED");
    }

    @Test
    void aReleaseThatIsOvertakenByTheEndIsRefusedWhole() throws SQLException {
        Placed placed = placing.started();
        Placing.entered(placing.enter(placing.company(), placed, Placing.ended()));
        market.decideAsCompany(placed.offer(), "RELEASE", "budget");

        Pair answers = race(
                placed,
                () -> placing.enter(placing.university(), placed, Placing.reply("CONFIRMED", 3)),
                () -> market.decide(placing.student(placed), placed.offer(), "RELEASE", null));

        assertThat(answers.statuses()).containsExactly(200, 409);
        assertThat(answers.second().text("type")).endsWith("/placement-over");
        assertThat(market.state(placed.offer())).isEqualTo("CONFIRMED");
    }

    @Test
    void twoWhoRecordTheSameStepAtOnceRecordItOnce() throws SQLException {
        Placed placed = placing.started();

        Pair answers = race(
                placed,
                () -> placing.enter(placing.company(), placed, Placing.ended()),
                () -> placing.enter(placing.university(), placed, Placing.ended()));

        assertThat(answers.statuses()).containsExactly(200, 409);
        assertThat(answers.second().text("detail")).contains("waits to be confirmed or disputed first");
        assertThat(placing.company().get(placed.path()).json().path("entries").size())
                .isEqualTo(3);
    }

    @Test
    void ofAConfirmationAndAVoidingBothCountInTheirOrder() throws SQLException {
        for (boolean confirmFirst : List.of(true, false)) {
            Placed placed = placing.agreed();
            Placing.entered(placing.enter(placing.company(), placed, Placing.step("STARTED")));
            Supplier<Api.Answer> confirm =
                    () -> placing.enter(placing.student(placed), placed, Placing.reply("CONFIRMED", 1));
            Supplier<Api.Answer> voiding = () -> placing.enter(placing.company(), placed, Placing.reply("VOIDED", 1));

            Pair answers = race(placed, confirmFirst ? confirm : voiding, confirmFirst ? voiding : confirm);

            assertThat(answers.statuses()).containsExactly(200, confirmFirst ? 200 : 409);
            Api.Answer now = placing.university().get(placed.path());
            assertThat(now.text("state")).isEqualTo("AGREED");
            assertThat(now.json().path("entries").path(0).path("state").asString())
                    .isEqualTo("VOIDED");
        }
    }

    @Test
    void ofTheLastSignatureAndAReleaseNothingIsLeftHalf() throws SQLException {
        for (boolean signFirst : List.of(true, false)) {
            Placed placed = placing.drafted(placing.confirmed());
            placing.sign(placing.company(), placed);
            placing.sign(placing.university(), placed);
            market.decideAsCompany(placed.offer(), "RELEASE", "budget");
            Supplier<Api.Answer> sign = () -> placing.sign(placing.student(placed), placed);
            Supplier<Api.Answer> release =
                    () -> market.decide(placing.student(placed), placed.offer(), "RELEASE", null);

            Pair answers = race(placed, signFirst ? sign : release, signFirst ? release : sign);

            assertThat(answers.statuses()).containsExactly(200, signFirst ? 200 : 409);
            Api.Answer agreement = placing.university().get(placed.agreement());
            assertThat(agreement.text("state")).isEqualTo("VOID");
            assertThat(agreement.json().path("unsigned").toString()).isEqualTo(signFirst ? "[]" : "[\"STUDENT\"]");
            assertThat(placing.university().get(placed.path()).text("state")).isEqualTo("RELEASED");
        }
    }

    @Test
    void aSignatureUnderATextThatWasJustReplacedIsRefused() throws SQLException {
        Placed placed = placing.drafted(placing.confirmed());

        Pair answers = race(
                placed,
                () -> placing.university().put(placed.agreement(), Bodies.with(Placing.agreement(), "mentor", "赵导师")),
                () -> placing.student(placed)
                        .post(
                                placed.agreement() + "/signatures",
                                Map.of("signedOn", Placing.today().toString(), "revision", 1)));

        assertThat(answers.statuses()).containsExactly(200, 409);
        assertThat(answers.second().text("type")).endsWith("/agreement-changed");
    }

    private record Pair(Api.Answer first, Api.Answer second) {
        List<Integer> statuses() {
            return List.of(first.status(), second.status());
        }
    }

    /** Has the two wait for the person's lock in this order, and lets them go. */
    private Pair race(Placed placed, Supplier<Api.Answer> first, Supplier<Api.Answer> second) throws SQLException {
        CompletableFuture<Api.Answer> one;
        CompletableFuture<Api.Answer> other;
        try (RowLocks.Held lock = locks.hold("person", placed.student().person())) {
            one = CompletableFuture.supplyAsync(first);
            lock.awaitWaiting(1);
            other = CompletableFuture.supplyAsync(second);
            lock.awaitWaiting(2);
        }
        return new Pair(one.join(), other.join());
    }
}
