package dev.talentpipeline.monitoring.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.NoticeChannel;
import dev.talentpipeline.events.NoticeState;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From events and their times to what is promised and measured over HTTP. */
class ServiceLevelsIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Test
    void anOfferIsMeasuredFromTheEventThatBroughtItAboutWhicheverIsReadFirst() {
        var story = Story.fresh();
        Instant now = Instant.now();
        String profile = UUID.randomUUID().toString();
        tell(
                Topics.OFFERS,
                story.offerKey(),
                story.offerEvent(1, OfferState.EXTENDED, null),
                now,
                id(),
                story.offerId());
        await().atMost(SOON).until(() -> waiting("offer-latency", story).equals("CAUSE"));
        tell(
                Topics.PLACEMENT_OFFERS,
                story.studentKey(),
                story.proposalEvent(),
                now.minusMillis(400),
                story.offerId(),
                profile);
        tell(
                Topics.STUDENT_PROFILES,
                story.studentKey(),
                story.profileEvent(1, StudentState.ACTIVE),
                now.minusMillis(1_500),
                profile,
                null);

        await().atMost(SOON).until(() -> tookMs("offer-latency", story).isPresent());

        assertThat(tookMs("offer-latency", story)).contains(1_500L);
    }

    @Test
    void anOfferThatAProgrammesChangeBroughtAboutIsNotMeasured() {
        var story = Story.fresh();
        Instant now = Instant.now();
        tell(
                Topics.OFFERS,
                story.offerKey(),
                story.offerEvent(1, OfferState.EXTENDED, null),
                now,
                id(),
                story.offerId());
        tell(Topics.PLACEMENT_OFFERS, story.studentKey(), story.proposalEvent(), now, story.offerId(), id());

        await().atMost(SOON).until(() -> waiting("offer-latency", story).equals("CAUSE"));

        assertThat(tookMs("offer-latency", story)).isEmpty();
    }

    @Test
    void theCauseOfAnOfferThatNamesNoneIsNotLookedFor() {
        var causeless = Story.fresh();
        var other = Story.fresh();
        Instant now = Instant.now();
        extended(causeless, now);
        tell(
                Topics.OFFERS,
                other.offerKey(),
                other.offerEvent(1, OfferState.EXTENDED, null),
                now,
                id(),
                other.offerId());

        await().atMost(SOON).until(() -> waiting("offer-latency", other).equals("CAUSE"));
        await().atMost(SOON).until(() -> waiting("notice-latency", causeless).equals("END"));

        assertThat(waiting("offer-latency", causeless)).isEmpty();
    }

    @Test
    void anOfferOfWhichNobodyWasToldInTimeIsBadUntilTheNoticeHasLeft() {
        var late = Story.fresh();
        var declined = Story.fresh();
        Instant then = Instant.now().minusSeconds(30);
        set("notice-latency", "PT10S", "60", "PT1H");
        JsonNode before = get("/api/v1/service-levels/notice-latency").body().get("level");
        extended(late, then);
        extended(declined, then);
        await().atMost(SOON)
                .until(() -> get("/api/v1/service-levels/notice-latency")
                                .body()
                                .at("/level/measured")
                                .asLong()
                        >= before.get("measured").asLong() + 2);

        tell(Topics.OFFERS, declined.offerKey(), declined.offerEvent(2, OfferState.DECLINED, null), then, id(), null);
        notice(late, NoticeState.WAITING, 1, then.plusSeconds(1));
        notice(late, NoticeState.SENT, 2, then.plusSeconds(4));

        await().atMost(SOON).until(() -> tookMs("notice-latency", late).equals(Optional.of(4_000L)));
        await().atMost(SOON).until(() -> waiting("notice-latency", declined).isEmpty());
        assertThat(tookMs("notice-latency", declined)).isEmpty();
    }

    @Test
    void aNoticeThatWasReadBeforeItsOfferCounts() {
        var story = Story.fresh();
        Instant then = Instant.now().minusSeconds(30);
        notice(story, NoticeState.SENT, 1, then.plusSeconds(2));
        await().atMost(SOON)
                .until(() -> get("/api/v1/journeys/" + story.personId())
                                .body()
                                .path("items")
                                .size()
                        == 1);
        extended(story, then);

        await().atMost(SOON).until(() -> tookMs("notice-latency", story).equals(Optional.of(2_000L)));
    }

    @Test
    void everyReaderIsMeasuredByTheMinute() {
        await().atMost(SOON)
                .until(() -> get("/api/v1/service-levels")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(item -> item.get("level").asString().startsWith("freshness-"))
                                .filter(item -> item.get("measured").asLong() > 0)
                                .count()
                        == 3);
        await().atMost(SOON)
                .until(() -> !Double.isNaN(meters.get("talentpipeline.service.level.measured.ratio")
                        .tag("level", "freshness-matching-service")
                        .gauge()
                        .value()));
        assertThat(meters.get("talentpipeline.service.level.burn.ratio")
                        .tag("level", "freshness-matching-service")
                        .tag("over", "1h")
                        .gauge()
                        .value())
                .isNotNaN();
    }

    @Test
    void whoPromisesWhatStaysOnRecordAndCountsAtOnce() {
        Answer set = set("offer-latency", "PT7S", "97.5", "P2D");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.body().at("/level/within").asString()).isEqualTo("PT7S");
        assertThat(set.body().at("/level/over").asString()).isEqualTo("PT48H");
        assertThat(set.body().at("/level/objective").decimalValue()).isEqualByComparingTo("97.5");
        assertThat(set.body().at("/usually/within").asString()).isEqualTo("PT10S");
        int changes = set.body().get("changes").size();
        assertThat(set.body().at("/changes/0/target/within").asString()).isEqualTo("PT7S");
        assertThat(set.body().at("/changes/0/by").asString()).isNotEmpty();
        assertThat(set("offer-latency", "PT7S", "97.50", "P2D").body().get("changes"))
                .hasSize(changes);
        await().atMost(SOON)
                .until(() -> meters.get("talentpipeline.service.level.objective.ratio")
                                .tag("level", "offer-latency")
                                .gauge()
                                .value()
                        == 0.975);
        assertThat(file("/api/v1/service-levels?format=CSV&language=en&fields=level,within"))
                .contains("offer-latency,");
    }

    @Test
    void whatCannotBePromisedIsRefusedWithAllThatIsWrong() {
        Answer refused = put(
                "/api/v1/service-levels/offer-latency", "{\"within\":\"soon\",\"objective\":100,\"over\":\"P60D\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()
                        .get("errors")
                        .valueStream()
                        .map(each -> each.get("field").asString()))
                .containsExactly("within", "objective", "over");
        assertThat(set("offer-latency", "PT5S", "99.999", "P7D")
                        .body()
                        .get("field")
                        .asString())
                .isEqualTo("objective");
        assertThat(set("nothing", "PT5S", "99", "P7D").status()).isEqualTo(404);
        assertThat(get(TestTokens.shared().token(Role.COMPANY, "co-1"), "/api/v1/service-levels")
                        .status())
                .isEqualTo(403);
    }

    private Answer set(String level, String within, String objective, String over) {
        return put(
                "/api/v1/service-levels/" + level,
                "{\"within\":\"%s\",\"objective\":%s,\"over\":\"%s\"}".formatted(within, objective, over));
    }

    private static void extended(Story story, Instant at) {
        tell(Topics.OFFERS, story.offerKey(), story.offerEvent(1, OfferState.EXTENDED, null), at, id(), null);
    }

    private static void notice(Story story, NoticeState state, long version, Instant at) {
        String notice = "n-" + story.offerId();
        Notice event = Notice.newBuilder()
                .setPersonId(story.personId())
                .setNoticeId(notice)
                .setVersion(version)
                .setKind("offer-made")
                .setChannel(NoticeChannel.EMAIL)
                .setState(state)
                .setSubject(story.offerId())
                .setSubjectVersion(1)
                .setChangedAt(at)
                .build();
        tell(Topics.NOTICES, Topic.key(story.personId(), notice), event, at, id(), null);
    }

    private static void tell(
            Topic<?> topic, String key, SpecificRecord event, Instant at, String eventId, String cause) {
        Surroundings.publish(key, event, Surroundings.headers(topic, eventId, key, at, id(), cause));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private Optional<Long> tookMs(String level, Story story) {
        return jdbc.sql(
                        "select took_ms from service_level_measure where level = ? and subject = ? and took_ms is not null")
                .params(level, story.offerId())
                .query(Long.class)
                .optional();
    }

    /** What it waits for; empty: nothing, or it is not measured. */
    private String waiting(String level, Story story) {
        return jdbc.sql(
                        "select waiting from service_level_measure where level = ? and subject = ? and waiting is not null")
                .params(level, story.offerId())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
