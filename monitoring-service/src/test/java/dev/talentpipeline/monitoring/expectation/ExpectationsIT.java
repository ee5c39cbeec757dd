package dev.talentpipeline.monitoring.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.ProgrammeState;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From events that come, or do not, to what is open and overdue over HTTP. Stories happen some days ago, so what they lack is overdue at once. */
class ExpectationsIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-24T02:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Test
    void anOfferWithoutANoticeIsOverdueUntilTheNoticeComesLate() {
        var story = Story.fresh();
        story.offer(1, OfferState.EXTENDED, null);

        await().atMost(SOON).until(() -> overdue("offer-not-told").contains(story.offerId()));
        JsonNode item = item("offer-not-told", story.offerId());
        assertThat(item.get("kind").asString()).isEqualTo("OFFER");
        assertThat(item.get("programme").asString()).isEqualTo(story.programmeId());
        assertThat(item.get("version").asLong()).isEqualTo(1);
        assertThat(item.get("since").asString()).isEqualTo("2026-11-24T02:00:11Z");
        assertThat(rule("offer-not-told").get("overdue").asLong()).isPositive();
        await().atMost(SOON)
                .until(() -> meters.get("talentpipeline.expectations.overdue")
                                .tag("rule", "offer-not-told")
                                .gauge()
                                .value()
                        > 0);
        assertThat(file("/api/v1/expectations/offer-not-told/entities?format=CSV&language=en&fields=id,kind"))
                .contains(story.offerId() + ",OFFER");

        story.notice(null);

        await().atMost(SOON).until(() -> !overdue("offer-not-told").contains(story.offerId()));
    }

    @Test
    void whatHadHappenedBeforeItWasExpectedCounts() {
        var story = Story.fresh();
        story.notice(null);
        story.contact();
        await().atMost(SOON)
                .until(() -> get("/api/v1/journeys/" + story.personId())
                                .body()
                                .path("items")
                                .size()
                        == 2);
        story.offer(1, OfferState.EXTENDED, null);
        story.profile(1, StudentState.ACTIVE);
        story.proposal(null);

        untilFollowed(Topics.STUDENT_PROFILES, story.studentKey());
        untilFollowed(Topics.OFFERS, story.offerKey());

        assertThat(overdue("offer-not-told")).doesNotContain(story.offerId());
        assertThat(overdue("student-without-contact")).doesNotContain(story.studentId());
        assertThat(overdue("proposal-unanswered")).doesNotContain(story.offerId());
    }

    @Test
    void aProfileIsExpectedInAClearingOnlyWhileItsProgrammeClears() {
        var story = Story.fresh();
        programme(story, 1, ProgrammeState.PAUSED);
        RecordMetadata posted = story.send(
                Topics.STUDENT_PROFILES,
                story.studentKey(),
                1,
                story.profileEvent(1, StudentState.ACTIVE),
                UUID.randomUUID().toString(),
                null);
        await().atMost(SOON).until(() -> ids("profile-not-matched", "OPEN").contains(story.studentId()));
        assertThat(overdue("profile-not-matched")).doesNotContain(story.studentId());

        programme(story, 2, ProgrammeState.RUNNING);
        await().atMost(SOON).until(() -> overdue("profile-not-matched").contains(story.studentId()));

        followed(clearing(story, 1, posted.offset()));
        assertThat(overdue("profile-not-matched")).contains(story.studentId());
        followed(clearing(story, 2, posted.offset() + 1));
        assertThat(ids("profile-not-matched", "OPEN")).doesNotContain(story.studentId());
    }

    /** What was planned while little waits would read all that waits later, once for each event. */
    @Test
    void statementsArePlannedForAsMuchAsThereIs() {
        assertThat(jdbc.sql("show plan_cache_mode").query(String.class).single())
                .isEqualTo("force_custom_plan");
    }

    @Test
    void anOfferPastItsDeadlineIsOverdueUntilTheDeadlineIsAnotherOrTheOfferOver() {
        var story = Story.fresh();
        story.offerDue(1, OfferState.EXTENDED, THEN.plusSeconds(60));
        await().atMost(SOON).until(() -> overdue("deadline-passed").contains(story.offerId()));

        story.offerDue(2, OfferState.EXTENDED, Instant.parse("2099-01-01T00:00:00Z"));
        await().atMost(SOON).until(() -> !overdue("deadline-passed").contains(story.offerId()));
        assertThat(ids("deadline-passed", "OPEN")).contains(story.offerId());

        story.offer(3, OfferState.EXPIRED, null);
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from expected where rule = 'deadline-passed' and entity_id = ?")
                                .param(story.offerId())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @Test
    void anAcceptedSeatLeavesTheMarketWhenTheMatcherHasReadIt() {
        var story = Story.fresh();
        RecordMetadata accepted = story.send(
                Topics.OFFERS,
                story.offerKey(),
                12,
                story.offerEvent(2, OfferState.ACCEPTED, null),
                UUID.randomUUID().toString(),
                null);
        await().atMost(SOON).until(() -> overdue("accepted-seat-in-market").contains(story.offerId()));

        commit("matching-service", accepted);

        await().atMost(SOON).until(() -> !overdue("accepted-seat-in-market").contains(story.offerId()));
    }

    @Test
    void anErasedPersonsContactIsExpectedToLeaveItsTopicIfItWasThere() {
        var known = Story.fresh();
        known.contact();
        await().atMost(SOON)
                .until(() -> get("/api/v1/journeys/" + known.personId()).status() == 200);
        var unknown = Story.fresh();
        unknown.erasure();
        known.erasure();
        await().atMost(SOON).until(() -> overdue("erased-contact-remains").contains(known.personId()));
        untilFollowed(Topics.ERASURES, unknown.personId());
        assertThat(overdue("erased-contact-remains")).doesNotContain(unknown.personId());

        Surroundings.send(Topics.CONTACTS.name(), known.personId(), null, new RecordHeaders());

        await().atMost(SOON).until(() -> !overdue("erased-contact-remains").contains(known.personId()));
    }

    @Test
    void operationsSaysHowLongARuleWaitsAndStaysOnRecord() {
        var story = Story.fresh();
        story.profile(1, StudentState.ACTIVE);
        await().atMost(SOON).until(() -> overdue("student-without-contact").contains(story.studentId()));
        String path = "/api/v1/expectations/student-without-contact";

        Answer set = put(path, "{\"within\":\"P300D\"}");
        put(path, "{\"within\":\"P300D\"}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.body().get("expectation").get("within").asString()).isEqualTo("PT7200H");
        assertThat(overdue("student-without-contact")).doesNotContain(story.studentId());
        JsonNode changes = get(path).body().get("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("by").asString()).isEqualTo("test-operations");
        put(path, "{\"within\":\"PT1M\"}");
        assertThat(overdue("student-without-contact")).contains(story.studentId());
        for (String refused :
                List.of("{\"within\":\"PT1S\"}", "{\"within\":\"soon\"}", "{}", "{\"within\":\"P999D\"}")) {
            Answer answer = put(path, refused);
            assertThat(answer.status()).as(refused).isEqualTo(400);
            assertThat(answer.body().get("field").asString()).isEqualTo("within");
        }
        assertThat(put("/api/v1/expectations/none", "{\"within\":\"PT1M\"}").status())
                .isEqualTo(404);
        assertThat(get("/api/v1/expectations/none/entities").status()).isEqualTo(404);
        assertThat(get(path + "/entities?limit=0").status()).isEqualTo(400);
        assertThat(get(TestTokens.shared().token(Role.UNIVERSITY, "org-1"), "/api/v1/expectations")
                        .status())
                .isEqualTo(403);
    }

    private RecordMetadata programme(Story story, long version, ProgrammeState state) {
        Programme event = Programme.newBuilder()
                .setProgrammeId(story.programmeId())
                .setVersion(version)
                .setName("Spring")
                .setOwner("univ-linjiang-tech")
                .setState(state)
                .setMode(ClearingMode.ROLLING)
                .setClearingIntervalMs(1_000)
                .setResponseWindowMs(60_000)
                .setSeed("seed")
                .setChangedAt(THEN)
                .build();
        return send(story, Topics.PROGRAMMES, version, event);
    }

    private RecordMetadata clearing(Story story, long clearing, long readProfiles) {
        ClearingReport event = ClearingReport.newBuilder()
                .setProgrammeId(story.programmeId())
                .setClearing(clearing)
                .setMode(ClearingMode.ROLLING)
                .setStartedAt(THEN)
                .setDurationMs(5)
                .setStudents(1)
                .setInternships(0)
                .setFreeSeats(0)
                .setProposals(0)
                .setHeld(0)
                .setUnmatched(1)
                .setBlockingPairs(0)
                .setStudentOptimal(true)
                .setOffsets(Map.of(Topics.STUDENT_PROFILES.name(), readProfiles))
                .setInputHash("i")
                .setSeedHash("s")
                .setResultHash("r")
                .build();
        return send(story, Topics.CLEARINGS, 20 + clearing, event);
    }

    private static RecordMetadata send(Story story, Topic<?> topic, long second, SpecificRecord event) {
        return story.send(
                topic, story.programmeId(), second, event, UUID.randomUUID().toString(), null);
    }

    /** Waits until the record was looked at. */
    private void followed(RecordMetadata record) {
        await().atMost(SOON)
                .until(() -> jdbc.sql("""
                                select exists (
                                    select from journal_followed
                                    where follower = 'expectations' and topic = ? and partition = ? and "offset" >= ?)
                                """)
                        .params(record.topic(), record.partition(), record.offset())
                        .query(Boolean.class)
                        .single());
    }

    /** Waits until all that is known of the key was looked at, of which there is something. */
    private void untilFollowed(Topic<?> topic, String key) {
        await().atMost(SOON)
                .until(() -> jdbc.sql("""
                                select coalesce(bool_and(place."offset" >= journal."offset"), false)
                                from journal
                                left join journal_followed place
                                    on follower = 'expectations' and place.topic = journal.topic and place.partition = journal.partition
                                where journal.topic = ? and journal.key = ?
                                """)
                        .params(topic.name(), key)
                        .query(Boolean.class)
                        .single());
    }

    /** As a reader would that has come past the record. */
    private static void commit(String group, RecordMetadata record) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(record.topic(), record.partition());
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
        }
    }

    private JsonNode rule(String name) {
        return get("/api/v1/expectations")
                .body()
                .get("items")
                .valueStream()
                .filter(rule -> rule.get("rule").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode item(String rule, String id) {
        return things(rule, "OVERDUE").stream()
                .filter(thing -> thing.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> overdue(String rule) {
        return ids(rule, "OVERDUE");
    }

    private List<String> ids(String rule, String waiting) {
        return things(rule, waiting).stream()
                .map(thing -> thing.get("id").asString())
                .toList();
    }

    /** All pages, small ones, so that these are turned as well. */
    private List<JsonNode> things(String rule, String waiting) {
        List<JsonNode> things = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/v1/expectations/%s/entities?limit=7&waiting=%s%s"
                            .formatted(rule, waiting, cursor))
                    .body();
            page.get("items").forEach(things::add);
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asString();
        } while (cursor != null);
        return things;
    }
}
