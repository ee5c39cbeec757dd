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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings whose company is suspended, not verified any more, or no member any more. */
@RunningService
class LostCompanyIT {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    RowLocks locks;

    private final String org = "co-" + UUID.randomUUID();
    private final Instant soon = Instant.now().plus(Duration.ofDays(2));

    @Test
    void aSuspendedCompanyMeetsNobodyAndWhatWasArrangedEnds() {
        String programme = market.programme();
        Meeters meeting = meeters(programme);
        String open = meeting.met();
        assertThat(meeting.propose(meeting.company(), open, soon).status()).isEqualTo(201);
        String invited = meeters(programme).invited();
        Meeters others = Meeters.in(participants, market, programme);
        String another = others.met();

        assertThat(suspend().status()).isEqualTo(200);

        assertThat(meeting.propose(meeting.company(), open, soon).status()).isEqualTo(403);
        assertThat(meeting.propose(meeting.own(), open, soon).text("type")).endsWith("/company-not-verified");
        awaitEnd(meeting, open, "ENDED COMPANY_SUSPENDED");
        awaitEnd(meeting, invited, "WITHDRAWN COMPANY_SUSPENDED");
        assertThat(others.propose(others.company(), another, soon).status())
                .as("another company's goes on")
                .isEqualTo(201);
    }

    @Test
    void ofAnAcceptanceAndASuspensionTheFirstCounts() throws SQLException {
        String programme = market.programme();
        Meeters two = meeters(programme);
        String meeting = two.invited();
        Supplier<Api.Answer> accept = () -> two.decide(two.own(), meeting, "ACCEPT", null);

        CompletableFuture<Api.Answer> accepted;
        CompletableFuture<Api.Answer> suspended;
        // no sweep ends a meeting while its person is busy
        try (RowLocks.Held lock = locks.hold("person", two.student().person())) {
            accepted = CompletableFuture.supplyAsync(accept);
            lock.awaitWaiting(1);
            suspended = CompletableFuture.supplyAsync(this::suspend);
            lock.awaitWaiting(2);
        }

        assertThat(List.of(accepted.join().status(), suspended.join().status())).containsOnly(200);
        awaitEnd(two, meeting, "ENDED COMPANY_SUSPENDED");
    }

    @Test
    void anAcceptanceAfterTheSuspensionIsRefusedThoughNoSweepRan() throws SQLException {
        Meeters two = meeters(market.programme());
        String meeting = two.invited();

        try (RowLocks.Held _ = locks.hold("person", two.student().person())) {
            assertThat(suspend().status()).isEqualTo(200);
            // It is refused without waiting for the person.
            Api.Answer refused = CompletableFuture.supplyAsync(() -> two.decide(two.own(), meeting, "ACCEPT", null))
                    .orTimeout(BOUND.toSeconds(), TimeUnit.SECONDS)
                    .join();
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("type")).endsWith("/company-not-verified");
            assertThat(refused.text("standing")).isEqualTo("SUSPENDED");
            assertThat(two.own().get("/meetings/" + meeting).text("state")).isEqualTo("INVITED");
        }

        awaitEnd(two, meeting, "WITHDRAWN COMPANY_SUSPENDED");
    }

    @Test
    void aCompanyThatIsNotVerifiedAnyMoreWaitsButMayLeave() {
        String programme = market.programme();
        Meeters two = meeters(programme);
        String open = two.met();
        Api.Answer interview = two.propose(two.own(), open, soon);
        String proposed = interview.json().path("interviews").path(0).path("id").asString();
        Meeters other = meeters(programme);
        String invited = other.invited();

        two.company()
                .put(
                        "/organisations/" + org,
                        Bodies.with(Bodies.company(org), "creditCode", Bodies.creditCode(org + "2")));

        assertThat(two.arrange(two.company(), open, proposed, Map.of("decision", "CONFIRM"))
                        .status())
                .isEqualTo(403);
        assertThat(other.decide(other.own(), invited, "ACCEPT", null).text("standing"))
                .isEqualTo("NOT_VERIFIED");
        assertThat(other.decide(other.company(), invited, "WITHDRAW", "mistake").text("state"))
                .isEqualTo("WITHDRAWN");
        participants.operations().post("/organisations/" + org + "/decisions", Map.of("decision", "VERIFY"));
        assertThat(two.arrange(two.company(), open, proposed, Map.of("decision", "CONFIRM"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNoMemberAnyMoreMeetsNobodyThere() throws SQLException {
        String programme = market.programme();
        Meeters two = meeters(programme);
        String invited = two.invited();
        Meeters staying = Meeters.in(participants, market, programme);
        String open = staying.met();

        CompletableFuture<Api.Answer> late;
        try (RowLocks.Held lock = locks.hold("person", two.student().person())) {
            assertThat(two.university()
                            .put(
                                    "/programmes/" + programme,
                                    Bodies.with(Bodies.programme(), "companies", List.of(Market.COMPANY)))
                            .status())
                    .isEqualTo(200);
            late = CompletableFuture.supplyAsync(() -> two.decide(two.own(), invited, "ACCEPT", null));
            lock.awaitWaiting(1);
        }

        assertThat(late.join().status()).isEqualTo(409);
        assertThat(late.join().text("state")).isEqualTo("WITHDRAWN");
        awaitEnd(two, invited, "WITHDRAWN MEMBER_LEFT");
        assertThat(staying.propose(staying.company(), open, soon).status()).isEqualTo(201);
    }

    private Meeters meeters(String programme) {
        String internship = participants
                .company(org)
                .put("/programmes/" + programme + "/internships/met", Bodies.internship())
                .text("id");
        return new Meeters(participants, market, programme, market.student(programme), internship, org);
    }

    private Api.Answer suspend() {
        return participants
                .operations()
                .post("/organisations/" + org + "/decisions", Map.of("decision", "SUSPEND", "reason", "no-such-place"));
    }

    private static void awaitEnd(Meeters two, String meeting, String end) {
        await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> two.university().get("/meetings/" + meeting),
                        answer -> (answer.text("state") + " " + answer.text("reason")).equals(end));
    }
}
