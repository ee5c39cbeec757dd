package dev.talentpipeline.monitoring.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.MeetingState;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** What stands on record of those who look at event histories. */
class LooksIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NotingLooks noting;

    @Autowired
    private TransactionOperations transaction;

    @Value("${talentpipeline.looks.retention}")
    private Duration retention;

    @Test
    void whoIsShownHowAStudentWasRankedIsOnRecordWithTheIdByWhichTheyLooked() {
        var story = Story.fresh();
        story.offer(1, OfferState.EXTENDED, story.proposal(story.profile(1, StudentState.ACTIVE)));
        await().atMost(SOON).until(() -> shown(story.offerId()) == 2);

        shown(story.offerId());

        assertThat(looks(story.offerId())).isNotEmpty().allSatisfy(look -> {
            assertThat(look.get("kind").asString()).isEqualTo("JOURNEY");
            assertThat(look.get("by").asString()).isNotEmpty();
            assertThat(look.get("events").asInt()).isPositive();
        });
        assertThat(looks(story.studentId())).isEmpty();
    }

    @Test
    void whoIsShownNothingOfTheKindIsNotOnRecord() {
        var story = Story.fresh();
        story.profile(1, StudentState.ACTIVE);
        await().atMost(SOON).until(() -> shown(story.studentId()) == 1);

        assertThat(looks(story.studentId())).isEmpty();
    }

    @Test
    void whatIsOnRecordStaysAndOnlyOperationsReadsIt() {
        jdbc.sql("insert into look (at, by, kind, id, events) values (now(), 'somebody', 'JOURNEY', 'kept', 1)")
                .update();

        for (String change : List.of("update look set by = 'nobody'", "delete from look", "truncate look")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .hasStackTraceContaining("look is only ever added to");
        }
        assertThat(looks("kept")).hasSize(1);
        assertThat(get(TestTokens.shared().token(Role.UNIVERSITY, "u-1"), "/api/v1/looks")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoIsShownAMeetingIsOnRecordWhateverItSays() {
        var story = Story.fresh();
        story.meeting(1, MeetingState.DECLINED);
        await().atMost(SOON).until(() -> shown(story.offerId()) == 1);

        assertThat(looks(story.offerId())).isNotEmpty();
    }

    @Test
    void aLookGoesWhenItIsAsOldAsLooksAreKept() {
        for (String age : List.of("1096 days", "1094 days")) {
            jdbc.sql(
                            "insert into look (at, by, kind, id, events) values (now() - cast(? as interval), ?, 'JOURNEY', 'aged', 1)")
                    .params(age, age)
                    .update();
        }

        transaction.executeWithoutResult(status -> noting.forget(retention));

        assertThat(looks("aged"))
                .singleElement()
                .satisfies(look -> assertThat(look.get("by").asString()).isEqualTo("1094 days"));
        assertThatThrownBy(() -> jdbc.sql("delete from look where id = 'aged'").update())
                .hasStackTraceContaining("look is only ever added to");
    }

    @Test
    void looksAreFoundByAccountByWhatWasLookedAtAndByTime() {
        String account = "account-" + UUID.randomUUID();
        jdbc.sql("""
            insert into look (at, by, on_behalf_of, kind, id, events) values
                ('2026-11-01T00:00:00Z', :account, null, 'JOURNEY', 'i1', 1),
                ('2026-11-02T00:00:00Z', 'robot', :account, 'DEAD_LETTERS', null, 1),
                ('2026-11-03T00:00:00Z', :account, null, 'DEAD_LETTERS', 'i3', 1)
            """).param("account", account).update();

        assertThat(days(account, "")).containsExactly(3, 2, 1);
        assertThat(days(account, "&kind=DEAD_LETTERS")).containsExactly(3, 2);
        assertThat(days(account, "&id=i1")).containsExactly(1);
        assertThat(days(account, "&from=2026-11-02T00:00:00Z&until=2026-11-03T00:00:00Z"))
                .containsExactly(2);
        assertThat(file("/api/v1/looks?format=CSV&language=en&fields=by,kind&kind=JOURNEY&account=" + account))
                .contains(account + ",JOURNEY");
        assertThat(get("/api/v1/looks?kind=NONE").status()).isEqualTo(400);
        assertThat(get("/api/v1/looks?from=yesterday").status()).isEqualTo(400);
    }

    private List<Integer> days(String account, String further) {
        return get("/api/v1/looks?account=" + account + further)
                .body()
                .get("items")
                .valueStream()
                .map(look -> Instant.parse(look.get("at").asString())
                        .atOffset(ZoneOffset.UTC)
                        .getDayOfMonth())
                .toList();
    }

    @Test
    void looksAreTurnedByCursor() {
        for (int i = 0; i < 3; i++) {
            jdbc.sql("insert into look (at, by, kind, id, events) values (now(), ?, 'DEAD_LETTERS', 'turned', 1)")
                    .param("account-" + i)
                    .update();
        }

        JsonNode first = get("/api/v1/looks?id=turned&limit=2").body();
        JsonNode second = get("/api/v1/looks?id=turned&limit=2&cursor="
                        + first.get("next").asString())
                .body();

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items"))
                .singleElement()
                .satisfies(look -> assertThat(look.get("by").asString()).isEqualTo("account-0"));
        assertThat(second.get("next").isNull()).isTrue();
    }

    /** How many events of the history are shown; each time, somebody looks. */
    private int shown(String id) {
        return get("/api/v1/journeys/" + id).body().path("items").size();
    }

    private List<JsonNode> looks(String id) {
        return get("/api/v1/looks?id=" + id).body().get("items").valueStream().toList();
    }
}
