package dev.talentpipeline.notification.inbox.web;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.ExampleStory;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.exports.ExportedLists;
import dev.talentpipeline.kit.exports.ListExports;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.notification.listing.Programme;
import dev.talentpipeline.stack.MailServer;
import dev.talentpipeline.stack.WrittenApi;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inbox as its callers see it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class NoticesControllerIT {

    private static final MailServer MAIL = MailServer.start();
    private static final TestTokens TOKENS = TestTokens.shared();

    private final String programme = "p-" + UUID.randomUUID();
    private final String student = UUID.randomUUID().toString();
    private final String waiting = UUID.randomUUID().toString();
    private final String offer = UUID.randomUUID().toString();

    @Autowired
    private TellingPeople people;

    @Autowired
    private KeepingContacts contacts;

    @Autowired
    private KeepingListings listings;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private ListExports exports;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @AfterAll
    static void closeMailServer() {
        MAIL.close();
    }

    @BeforeEach
    void threeNoticesForOneStudentAndOneThatWaits() {
        transaction.executeWithoutResult(status -> {
            listings.arrived(new Programme(programme, 1, "Spring 2027", false));
            listings.arrived(new Internship(programme, "opening", 1, "AI intern", "Xingchen AI", 4000));
            contacts.arrived(new Contact(student, 1, "Li Lei", student + "@uni.example", Language.EN));
        });
        offer(student, offer, 1, OfferState.EXTENDED);
        offer(student, offer, 2, OfferState.DECLINED);
        offer(student, UUID.randomUUID().toString(), 1, OfferState.EXTENDED);
        offer(waiting, UUID.randomUUID().toString(), 1, OfferState.EXTENDED);
    }

    @Test
    void showsStudentsTheirOwnNewestFirst() {
        JsonNode page = list(asStudent(), "");

        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("items").valueStream().map(item -> item.get("kind").asString()))
                .containsExactly("offer-made", "offer-declined", "offer-made");
        JsonNode declined = page.get("items").get(1);
        assertThat(declined.get("subject").asString()).isEqualTo(offer);
        assertThat(declined.get("subjectVersion").asLong()).isEqualTo(2);
        assertThat(declined.get("title").asString()).isEqualTo("You declined: AI intern at Xingchen AI");
        assertThat(declined.get("text").asString()).startsWith("You declined the internship offer");
        assertThat(declined.get("createdAt").asString()).endsWith("Z");
        assertThat(declined.get("channels")).hasSize(1);
        assertThat(declined.get("channels").get(0).get("channel").asString()).isEqualTo("INBOX");
        assertThat(declined.get("channels").get(0).get("state").asString()).isEqualTo("SENT");
    }

    @Test
    void showsHowFarAMailHasGot() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mailOf(list(asStudent(), "").get("items").get(2))
                        .get("state")
                        .asString()
                        .equals("SENT"));

        JsonNode mail = mailOf(list(asStudent(), "").get("items").get(2));
        assertThat(mail.get("attempts").asInt()).isEqualTo(1);
        assertThat(mail.get("messageId").asString()).startsWith("<" + offer + ".1.");
        assertThat(MAIL.messages())
                .anyMatch(message -> mail.get("messageId").asString().equals(message.messageId()));
    }

    @Test
    void followsTheReadersLanguage() {
        transaction.executeWithoutResult(
                status -> contacts.arrived(new Contact(student, 2, "李雷", student + "@uni.example", Language.ZH)));

        assertThat(list(asStudent(), "").get("items").get(1).get("title").asString())
                .isEqualTo("你已谢绝录用意向：Xingchen AI「AI intern」");
    }

    @Test
    void turnsPagesByCursor() {
        List<String> ids = new ArrayList<>();
        String query = "?limit=1";
        while (ids.size() < 10) {
            JsonNode page = list(asStudent(), query);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            if (page.get("next").isNull()) {
                break;
            }
            query = "?limit=1&cursor=" + page.get("next").asString();
        }

        assertThat(ids)
                .containsExactlyElementsOf(list(asStudent(), "")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString())
                        .toList());
    }

    @Test
    void showsOperationsWhatStillWaits() {
        String operations = TOKENS.token(Role.OPERATIONS, "operations");

        JsonNode item = list(operations, "?person=" + waiting).get("items").get(0);

        assertThat(item.get("person").asString()).isEqualTo(waiting);
        assertThat(item.get("title").isNull()).isTrue();
        assertThat(mailOf(item).get("state").asString()).isEqualTo("WAITING");
        assertThat(list(operations, "?person=" + student).get("items")).hasSize(3);
        assertThat(list(operations, "")
                        .get("items")
                        .valueStream()
                        .map(any -> any.get("person").asString())
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void showsOthersNothing() {
        assertThat(list(TOKENS.token(Role.UNIVERSITY, "uni-1"), "").get("items"))
                .isEmpty();
        assertThat(list(TOKENS.token(Role.STUDENT, "uni-1", waiting), "").get("items"))
                .isEmpty();
        assertThat(status(asStudent(), "?person=" + waiting)).isEqualTo(403);
        assertThat(status(TOKENS.token(Role.UNIVERSITY, "uni-1"), "?person=" + student))
                .isEqualTo(403);
        assertThat(status(TOKENS.forged(Role.OPERATIONS, "operations"), "")).isEqualTo(401);
    }

    @Test
    void noticesAreAFileForWhoeverMayReadThem() {
        // Mails that leave meanwhile would make two readings differ.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !list(asStudent(), "").toString().contains("\"WAITING\""));
        String file = request(asStudent(), "?format=CSV&language=en&fields=kind,title,subject")
                .retrieve()
                .body(String.class);

        assertThat(file)
                .startsWith("\uFEFFKind,Title,Subject\r\noffer-made,")
                .contains("offer-declined,You declined: AI intern at Xingchen AI," + offer);
        assertThat(file.lines()).hasSize(4);
        assertThat(request(asStudent(), "?format=CSV").retrieve().body(String.class))
                .startsWith("\uFEFFID,类型,人员,所涉记录,所涉记录版本,标题,正文,送达情况,创建时间\r\n");
        assertThat(list(asStudent(), "?format=JSON")).isEqualTo(list(asStudent(), ""));
        assertThat(list(TOKENS.token(Role.STUDENT, "uni-1", waiting), "?format=JSON")
                        .get("items"))
                .isEmpty();
        assertThat(status(asStudent(), "?format=CSV&person=" + waiting)).isEqualTo(403);
        assertThat(status(asStudent(), "?format=PDF")).isEqualTo(400);
    }

    @Test
    void everyListIsAFileWithColumnsInBothLanguages() {
        ExportedLists lists = new ExportedLists(requestMappingHandlerMapping, exports);

        assertThat(lists.all())
                .containsOnlyKeys(
                        "/api/v1/notices", "/api/v1/brakes", "/api/v1/webhooks", "/api/v1/webhooks/{webhook}/messages");
        lists.areFilesWithNamedColumns();
    }

    @Test
    void mailsWaitWhileOperationsPausesThemAndThenLeave() {
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        try {
            assertThat(brake(operations, "EMAIL", Map.of("paused", true, "perMinute", 6000))
                            .get("paused")
                            .asBoolean())
                    .isTrue();
            String held = UUID.randomUUID().toString();
            offer(student, held, 1, OfferState.EXTENDED);
            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> MAIL.messages().stream()
                            .noneMatch(mail -> mail.messageId().contains(held)));
            assertThat(mailOf(list(asStudent(), "").get("items").get(0))
                            .get("state")
                            .asString())
                    .isEqualTo("WAITING");

            brake(operations, "EMAIL", Map.of("paused", false, "perMinute", 6000));

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> MAIL.messages().stream()
                            .anyMatch(mail -> mail.messageId().contains(held)));
        } finally {
            brake(operations, "EMAIL", Map.of("paused", false));
        }
        JsonNode shown = answer(operations, "GET", "/api/v1/brakes", null).at("/items/0");
        assertThat(shown.get("outlet").asString()).isEqualTo("EMAIL");
        assertThat(shown.get("paused").asBoolean()).isFalse();
        assertThat(shown.get("perMinute").isNull()).isTrue();
        assertThat(shown.get("changes")
                        .valueStream()
                        .limit(3)
                        .map(change -> List.of(
                                change.get("paused").asBoolean(),
                                change.get("by").asString().isEmpty())))
                .containsExactly(List.of(false, false), List.of(false, false), List.of(true, false));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from brake_changes").update())
                .withMessageContaining("only ever added to");
    }

    @Test
    void onlyOperationsHoldsBackAndOnlyWhatThereIs() {
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        for (String token : List.of(asStudent(), TOKENS.token(Role.COMPANY, "c"), TOKENS.token(Role.UNIVERSITY, "u"))) {
            assertThat(problem(token, "PUT", "/api/v1/brakes/EMAIL", Map.of("paused", true)))
                    .isEqualTo("forbidden");
            assertThat(problem(token, "GET", "/api/v1/brakes", null)).isEqualTo("forbidden");
        }
        assertThat(problem(operations, "PUT", "/api/v1/brakes/PIGEON", Map.of("paused", true)))
                .isEqualTo("not-found");
        assertThat(problem(operations, "PUT", "/api/v1/brakes/EMAIL", Map.of())).isEqualTo("invalid-fields");
        assertThat(problem(operations, "PUT", "/api/v1/brakes/EMAIL", Map.of("paused", false, "perMinute", 0)))
                .isEqualTo("invalid-fields");
    }

    @Test
    void refusesAPageThatCannotBe() {
        assertThat(status(asStudent(), "?limit=0")).isEqualTo(400);
        assertThat(status(asStudent(), "?limit=many")).isEqualTo(400);
        assertThat(status(asStudent(), "?cursor=nonsense")).isEqualTo(400);
    }

    @Test
    void theDescriptionIsTheOneThatIsWrittenDownAndItsExamplesAreAnsweredAsTheySay() {
        JsonNode description = JsonMapper.shared()
                .readTree(RestClient.create("http://127.0.0.1:" + port)
                        .get()
                        .uri("/v3/api-docs")
                        .retrieve()
                        .body(String.class));

        assertThat(WrittenApi.differences("notification", description)).isEmpty();
        assertThat(ExampleStory.untold(description, Map.of())).isEmpty();
        assertThat(ExampleStory.tell(description, LocalDate.now(ZoneOffset.UTC), (by, method, path, body, names) -> {
                    String token = switch (by) {
                        case "student" -> asStudent();
                        case "company" -> TOKENS.token(Role.COMPANY, "company of " + programme);
                        default -> TOKENS.token(Role.OPERATIONS, "operations");
                    };
                    return example(token, method, path, body)
                            .exchange((request, response) -> new ExampleStory.Answer(
                                    response.getStatusCode().value(),
                                    JsonMapper.shared().readTree(response.getBody())));
                }))
                .isEmpty();
    }

    private static JsonNode mailOf(JsonNode item) {
        return item.get("channels").get(1);
    }

    private void offer(String person, String offerId, long version, OfferState state) {
        transaction.executeWithoutResult(status ->
                people.offerChanged(new OfferNews(programme, offerId, version, state, person, "opening", FACTS)));
    }

    private String asStudent() {
        return TOKENS.token(Role.STUDENT, "uni-1", student);
    }

    private JsonNode list(String token, String query) {
        return JsonMapper.shared().readTree(request(token, query).retrieve().body(String.class));
    }

    private int status(String token, String query) {
        return request(token, query)
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private JsonNode brake(String token, String outlet, Map<String, Object> body) {
        return answer(token, "PUT", "/api/v1/brakes/" + outlet, body);
    }

    private String problem(String token, String method, String path, @Nullable Map<String, Object> body) {
        String type = answer(token, method, path, body).get("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private JsonNode answer(String token, String method, String path, @Nullable Map<String, Object> body) {
        return example(
                        token,
                        method,
                        path,
                        body == null ? null : JsonMapper.shared().valueToTree(body))
                .exchange((request, response) -> JsonMapper.shared().readTree(response.getBody()));
    }

    private RestClient.RequestHeadersSpec<?> example(
            String token, String method, String path, @Nullable JsonNode body) {
        var request = RestClient.create()
                .method(HttpMethod.valueOf(method))
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).body(body.toString());
    }

    private RestClient.RequestHeadersSpec<?> request(String token, String query) {
        return RestClient.create()
                .get()
                // As it stands: what is encoded already must not be once more.
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/notices" + query))
                .header("Authorization", "Bearer " + token);
    }
}
