package dev.talentpipeline.monitoring.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.exports.ExportedLists;
import dev.talentpipeline.kit.exports.ListExports;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.monitoring.RunningService;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.schemas.UnreadableEventException;
import dev.talentpipeline.stack.WrittenApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** From events on topics to journeys over HTTP. */
class JourneysIT extends RunningService {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestTokens TOKENS = TestTokens.shared();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private ListExports exports;

    @Test
    void aJourneyHasEveryEventOfAStudentAcrossServicesInOrderWithItsCause() {
        var story = Story.fresh();
        story.happens();

        JsonNode journey = journey(story.studentId(), 3);

        assertThat(texts(journey, "source"))
                .containsExactly("internship-service", "matching-service", "internship-service");
        assertThat(texts(journey, "state")).containsExactly("ACTIVE", null, "EXTENDED");
        JsonNode proposal = journey.get("items").get(1);
        assertThat(proposal.get("causationId"))
                .isEqualTo(journey.get("items").get(0).get("eventId"));
        assertThat(proposal.get("entity").get("id").asString()).isEqualTo(story.offerId());
        assertThat(proposal.get("payload").get("studentRank").asInt()).isEqualTo(1);
        assertThat(proposal.get("traceId").asString())
                .isEqualTo(story.requestId().replace("-", ""));
        assertThat(journey.get("next").isNull()).isTrue();

        assertThat(texts(journey(story.offerId(), 3), "source"))
                .containsExactly("matching-service", "internship-service", "notification-service");
        assertThat(journey(story.requestId(), 4).get("items")).hasSize(4);
    }

    @Test
    void aJourneyIsFoundByWhateverIdAnEventCarries() {
        var story = Story.fresh();
        String posted = story.profile(1, StudentState.ACTIVE);
        story.offer(1, OfferState.EXTENDED, posted);
        journey(story.requestId(), 2);

        assertThat(found(posted)).containsExactly("OFFER " + story.offerId(), "STUDENT " + story.studentId());
        assertThat(found(story.offerId())).containsExactly("OFFER " + story.offerId());
        assertThat(found(story.personId())).containsExactly("OFFER " + story.offerId(), "STUDENT " + story.studentId());
        assertThat(found(story.requestId().replace("-", ""))).hasSize(2);
        JsonNode student = search(story.requestId()).get("items").get(1);
        assertThat(student.get("programme").asString()).isEqualTo(story.programmeId());
        assertThat(student.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(found(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void anEventThatIsSentTwiceIsOneWithACopy() {
        var story = Story.fresh();
        var event = story.profileEvent(1, StudentState.ACTIVE);
        String eventId = UUID.randomUUID().toString();
        story.send(Topics.STUDENT_PROFILES, story.studentKey(), 1, event, eventId, null);
        var again = story.send(Topics.STUDENT_PROFILES, story.studentKey(), 1, event, eventId, null);

        await().atMost(SOON)
                .until(() -> get("/api/v1/journeys/" + eventId).status() == 200
                        && !journeyNow(eventId)
                                .get("items")
                                .get(0)
                                .get("copies")
                                .isEmpty());

        JsonNode journey = journeyNow(story.studentId());
        assertThat(journey.get("items")).hasSize(1);
        assertThat(journey.get("items")
                        .get(0)
                        .get("copies")
                        .get(0)
                        .get("offset")
                        .asLong())
                .isEqualTo(again.offset());
    }

    @Test
    void whatDescribesAPersonIsNowhereInTheJournalAndTheRestGoesWithTheErasure() {
        var story = Story.fresh();
        story.contact();
        story.profile(1, StudentState.ACTIVE);
        journey(story.personId(), 2);

        assertThat(jdbc.sql("select journal::text from journal where person_id = ?")
                        .param(story.personId())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(row -> row.toLowerCase().contains("canary") || row.contains("+86"));
        assertThat(journeyNow(story.studentId())
                        .get("items")
                        .get(0)
                        .get("payload")
                        .get("university")
                        .asString())
                .isEqualTo("univ-linjiang-tech");

        story.erasure();
        journey(story.personId(), 3);
        story.profile(2, StudentState.WITHDRAWN);
        JsonNode after = journey(story.studentId(), 2);

        assertThat(after.get("items")
                        .valueStream()
                        .map(item -> item.get("payload").isNull()))
                .containsExactly(true, true);
    }

    @Test
    void aRecordThatNobodyCanReadIsOnTheJourneyAndHoldsUpNothing() {
        var story = Story.fresh();
        Surroundings.send(
                Topics.OFFERS.name(), story.offerKey() + "\0", "no event".getBytes(UTF_8), new RecordHeaders());
        Surroundings.send(Topics.OFFERS.name(), story.offerKey(), "no event".getBytes(UTF_8), new RecordHeaders());
        var beyondTime = new RecordHeaders();
        Surroundings.headers(
                        Topics.OFFERS, UUID.randomUUID().toString(), story.offerKey(), Instant.MAX, "request", null)
                .writeTo(beyondTime);
        Surroundings.send(Topics.OFFERS.name(), story.offerKey(), null, beyondTime);
        story.offer(1, OfferState.EXTENDED, null);

        JsonNode journey = journey(story.offerId(), 3);

        assertThat(texts(journey, "content")).containsExactlyInAnyOrder("EVENT", "UNREADABLE", "TOMBSTONE");
    }

    @Test
    void aDeadLetterSaysWhoCouldNotProcessItAndWhyWithoutValues() {
        var story = Story.fresh();
        var headers = new RecordHeaders();
        headers.add(
                KafkaHeaders.DLT_EXCEPTION_FQCN,
                UnreadableEventException.class.getName().getBytes(UTF_8));
        headers.add(
                KafkaHeaders.DLT_EXCEPTION_MESSAGE,
                "header ce_time (Canary Name) must be an ISO 8601 instant.".getBytes(UTF_8));
        Surroundings.send(
                Topics.OFFERS.deadLetters(ConsumerGroup.MATCHING_SERVICE),
                story.offerKey(),
                "no event".getBytes(UTF_8),
                headers);

        JsonNode dead = journey(story.offerId(), 1).get("items").get(0).get("deadLetter");

        assertThat(dead.get("group").asString()).isEqualTo("matching-service");
        assertThat(dead.get("cause").asString()).isEqualTo("UnreadableEventException");
        assertThat(dead.get("reason").asString()).isEqualTo("header ce_time (…) must be an ISO 8601 instant.");
    }

    @Test
    void pagesAreTurnedByCursor() {
        var story = Story.fresh();
        story.happens();
        JsonNode whole = journey(story.requestId(), 4);

        List<String> turned = new ArrayList<>();
        String query = "?limit=1";
        while (turned.size() < 10) {
            JsonNode page = get("/api/v1/journeys/" + story.requestId() + query).body();
            turned.addAll(texts(page, "eventId"));
            if (page.get("next").isNull()) {
                break;
            }
            query = "?limit=1&cursor=" + page.get("next").asString();
        }
        assertThat(turned).containsExactlyElementsOf(texts(whole, "eventId"));

        JsonNode first = get("/api/v1/journeys?limit=2&q=" + story.requestId()).body();
        JsonNode rest = get("/api/v1/journeys?q=" + story.requestId() + "&cursor="
                        + first.get("next").asString())
                .body();
        assertThat(first.get("items")).hasSize(2);
        assertThat(rest.get("items")).hasSize(1);
        assertThat(get("/api/v1/journeys?cursor=nonsense&q=x").status()).isEqualTo(400);
        assertThat(get("/api/v1/journeys?limit=0&q=x").status()).isEqualTo(400);
    }

    @Test
    void aHistoryIsAFileWithColumnsInBothLanguages() {
        var story = Story.fresh();
        story.happens();
        journey(story.offerId(), 3);

        assertThat(file("/api/v1/journeys/" + story.offerId() + "?format=CSV&language=en&fields=source,state"))
                .isEqualTo("\uFEFFSource,State\r\nmatching-service,\r\ninternship-service,EXTENDED\r\n"
                        + "notification-service,SENT\r\n");
        assertThat(file("/api/v1/journeys?format=CSV&q=" + story.offerId())).startsWith("\uFEFFID,类型,招聘项目,状态");
        ExportedLists lists = new ExportedLists(requestMappingHandlerMapping, exports);
        assertThat(lists.all())
                .containsOnlyKeys(
                        "/api/v1/journeys",
                        "/api/v1/journeys/{id}",
                        "/api/v1/looks",
                        "/api/v1/expectations",
                        "/api/v1/expectations/{rule}/entities",
                        "/api/v1/dead-letters/letters",
                        "/api/v1/dead-letters/redrives",
                        "/api/v1/ledger/differences",
                        "/api/v1/service-levels");
        lists.areFilesWithNamedColumns();
    }

    @Test
    void onlyOperationsLook() {
        assertThat(get(TOKENS.token(Role.COMPANY, "org-1"), "/api/v1/journeys?format=CSV&q=x")
                        .status())
                .isEqualTo(403);
        for (Role other : List.of(Role.UNIVERSITY, Role.COMPANY, Role.STUDENT)) {
            assertThat(get(TOKENS.token(other, "org-1"), "/api/v1/journeys?q=x").status())
                    .isEqualTo(403);
        }
        assertThat(get(TOKENS.forged(Role.OPERATIONS, "operations"), "/api/v1/journeys?q=x")
                        .status())
                .isEqualTo(401);
        Answer unknown = get("/api/v1/journeys/" + UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().get("type").asString()).endsWith("/unknown-journey");
    }

    @Test
    void theDescriptionIsTheOneThatIsWrittenDown() {
        assertThat(WrittenApi.differences("monitoring", get("/v3/api-docs").body()))
                .isEmpty();
    }

    private JsonNode journey(String id, int events) {
        await().atMost(SOON).until(() -> journeyNow(id).path("items").size() >= events);
        return journeyNow(id);
    }

    private JsonNode journeyNow(String id) {
        return get("/api/v1/journeys/" + id).body();
    }

    private JsonNode search(String sought) {
        return get("/api/v1/journeys?q=" + sought).body();
    }

    private List<String> found(String sought) {
        return search(sought)
                .get("items")
                .valueStream()
                .map(item -> item.get("kind").asString() + " " + item.get("id").asString())
                .toList();
    }

    private static List<String> texts(JsonNode page, String field) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get(field).isNull() ? null : item.get(field).asString())
                .toList();
    }
}
