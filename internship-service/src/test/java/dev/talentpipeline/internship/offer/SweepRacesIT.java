package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens between the moment when a sweep finds an offer and the moment when it comes to it. */
@RunningService
class SweepRacesIT {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    RowLocks locks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void silenceHasNoConsequenceForWhatLostItsGroundSinceTheSweepFoundIt() throws SQLException {
        // given offers that silence approves, and one that it ends
        Api operations = participants.operations();
        String org = "co-" + UUID.randomUUID();
        Found first = found(silent(), Market.COMPANY);
        Found kept = found(silent(), Market.COMPANY);
        Found recalled = found(silent(), Market.COMPANY);
        Found suspended = found(silent(), org);
        Found closed = found(Bodies.programme(), Market.COMPANY);

        // when a sweep has found all of them due and is held up at the first
        try (RowLocks.Held lock = locks.hold("internship", first.internship())) {
            letPass(first, kept, recalled, suspended, closed);
            lock.awaitWaiting(1);
            answered(operations.post("/programmes/%s/clearings/1/recall".formatted(recalled.programme()), null));
            answered(operations.post(
                    "/organisations/%s/decisions".formatted(org),
                    Map.of("decision", "SUSPEND", "reason", "no-such-place")));
            answered(operations.post("/programmes/%s/state".formatted(closed.programme()), Map.of("state", "CLOSED")));
        }

        // then it takes them back, and no student hears of an offer that is none
        market.awaitState(recalled.offer(), "RESCINDED RECALLED");
        market.awaitState(suspended.offer(), "RESCINDED COMPANY_SUSPENDED");
        market.awaitState(closed.offer(), "RESCINDED PROGRAMME_CLOSED");
        assertThat(history(recalled)).containsExactly("AWAITING_APPROVAL", "RESCINDED");
        assertThat(history(suspended)).containsExactly("AWAITING_APPROVAL", "RESCINDED");
        assertThat(history(closed)).containsExactly("EXTENDED", "RESCINDED");
        market.awaitState(first.offer(), "EXTENDED");
        market.awaitState(kept.offer(), "EXTENDED");
    }

    @Test
    void anOfferThatFailsKeepsNoneOfTheOthersFromItsTurn() {
        Found failing = found(silent(), Market.COMPANY);
        Found reminded = found(Bodies.programme(), Market.COMPANY);
        Found closed = found(Bodies.programme(), Market.COMPANY);

        // given an offer that is due by a calendar that is gone
        calendar(failing, "gone");
        letPass(failing);
        try {
            jdbc.sql("update offer set remind_at = now() where id = cast(? as uuid)")
                    .param(reminded.offer())
                    .update();
            jdbc.sql("""
                            update offer set awaited_since = awaited_since - (respond_by - now()) where id = cast(? as uuid)
                            """).param(reminded.offer()).update();
            answered(participants
                    .operations()
                    .post("/programmes/%s/state".formatted(closed.programme()), Map.of("state", "CLOSED")));

            await().atMost(BOUND).until(() -> history(reminded).equals(List.of("EXTENDED", "EXTENDED REMINDED")));
            market.awaitState(closed.offer(), "RESCINDED PROGRAMME_CLOSED");
            assertThat(market.state(failing.offer())).isEqualTo("AWAITING_APPROVAL");
        } finally {
            calendar(failing, "china");
        }
        market.awaitState(failing.offer(), "EXTENDED");
    }

    /** An offer that a sweep is to find, alone in its programme. */
    private record Found(String programme, String internship, String offer) {}

    private Found found(Map<String, @Nullable Object> rules, String company) {
        String programme = market.programme(rules);
        String internship = participants
                .company(company)
                .put("/programmes/" + programme + "/internships/swept", Bodies.internship())
                .text("id");
        String offer = market.admitted(
                Matcher.proposal(programme, 1, market.student(programme).id(), internship),
                rules.containsKey("offerPolicy") ? "AWAITING_APPROVAL" : "EXTENDED");
        return new Found(programme, internship, offer);
    }

    private static Map<String, @Nullable Object> silent() {
        return Bodies.with(
                Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL"), "approvalDefault", "APPROVE");
    }

    /** Moves the deadlines a month back, at one moment, and the first one further than the others. */
    private void letPass(Found first, Found... others) {
        jdbc.sql("""
                        update offer set remind_at = null,
                            respond_by = respond_by - interval '60 days' - case when id = :first then interval '30 days' else interval '0' end,
                            awaited_since = awaited_since - interval '90 days'
                        where id = any(:all)
                        """)
                .param("first", UUID.fromString(first.offer()))
                .param(
                        "all",
                        Stream.concat(Stream.of(first), Stream.of(others))
                                .map(found -> UUID.fromString(found.offer()))
                                .toArray(UUID[]::new))
                .update();
    }

    private void calendar(Found found, String calendar) {
        jdbc.sql(
                        "update programme set rules = jsonb_set(rules, '{deadlines,calendar}', to_jsonb(?::text)) where id = ?")
                .params(calendar, found.programme())
                .update();
    }

    private List<String> history(Found found) {
        return jdbc.sql(
                        "select concat_ws(' ', state, event) from offer_history where offer = cast(? as uuid) order by version")
                .param(found.offer())
                .query(String.class)
                .list();
    }

    private static void answered(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }
}
