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
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.delivery.mail.SendingDigests;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.notification.listing.Programme;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import dev.talentpipeline.stack.MailServer;
import dev.talentpipeline.stack.WrittenApi;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    private static final String PREFERENCES = "/api/v1/notice-preferences";
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
    private SendingDigests sending;

    @Autowired
    private UnsubscribeLinks links;

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
            contacts.arrived(new Contact(student, 1, "Li Lei", student + "@uni.example", Language.EN, "uni-1"));
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
        transaction.executeWithoutResult(status ->
                contacts.arrived(new Contact(student, 2, "李雷", student + "@uni.example", Language.ZH, "uni-1")));

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
                .startsWith("\uFEFFID,类型,人员,所涉记录,所涉记录版本,标题,正文,送达情况,创建时间,阅读时间\r\n");
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
    void noticesAreUnreadUntilTheirPersonSaysOtherwise() {
        assertThat(unread(asStudent())).isEqualTo(3);
        JsonNode newest = list(asStudent(), "").get("items").get(0);
        assertThat(newest.get("readAt").isNull()).isTrue();
        String path = "/api/v1/notices/" + newest.get("id").asString() + "/read";

        assertThat(problem(TOKENS.token(Role.STUDENT, "uni-1", waiting), "POST", path, null))
                .isEqualTo("not-found");
        assertThat(problem(TOKENS.token(Role.UNIVERSITY, "uni-1"), "POST", path, null))
                .isEqualTo("not-found");
        assertThat(answer(asStudent(), "POST", path, null).get("unread").asInt())
                .isEqualTo(2);

        String readAt = list(asStudent(), "").get("items").get(0).get("readAt").asString();
        answer(asStudent(), "POST", path, null);
        JsonNode page = list(asStudent(), "");
        assertThat(page.get("items").get(0).get("readAt").asString()).isEqualTo(readAt);
        assertThat(list(asStudent(), "?unread=true").get("items")).hasSize(2);

        String oldest = page.get("items").get(2).get("createdAt").asString();
        assertThat(answer(asStudent(), "POST", "/api/v1/notices/read", Map.of("until", oldest))
                        .get("unread")
                        .asInt())
                .isEqualTo(1);
        assertThat(problem(asStudent(), "POST", "/api/v1/notices/read", Map.of("until", "yesterday")))
                .isEqualTo("invalid-fields");
    }

    @Test
    void whatIsSwitchedOffIsInTheInboxOnlyAndWhatIsBundledLeavesTogether() {
        choose(Map.of(
                "digest", "DAILY", "kinds", List.of(kind("offer-expired", "OFF"), kind("offer-rescinded", "DIGEST"))));
        List<String> bundled =
                List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        String off = UUID.randomUUID().toString();
        offer(student, off, 1, OfferState.EXPIRED);
        bundled.forEach(each -> offer(student, each, 1, OfferState.RESCINDED));

        JsonNode items = list(asStudent(), "").get("items");
        assertThat(items.get(2).get("channels")).hasSize(1);
        assertThat(mailOf(items.get(0)).get("state").asString()).isEqualTo("WAITING");
        assertThat(jdbc.sql("select due_at > now() from digest_entries where person_id = ?")
                        .param(student)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, true);
        jdbc.sql("update digest_entries set due_at = now() where person_id = ?")
                .param(student)
                .update();
        sendingDigests();
        sendingDigests();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> mailOf(list(asStudent(), "").get("items").get(0))
                        .get("state")
                        .asString()
                        .equals("SENT"));
        JsonNode after = list(asStudent(), "").get("items");
        assertThat(after).hasSize(6);
        String messageId = mailOf(after.get(0)).get("messageId").asString();
        assertThat(mailOf(after.get(1)).get("messageId").asString()).isEqualTo(messageId);
        assertThat(MAIL.messages().stream().filter(mail -> mail.to().equals(student + "@uni.example")))
                .filteredOn(mail -> mail.subject().contains("2 news"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.messageId()).isEqualTo(messageId);
                    assertThat(mail.text().lines().filter(line -> line.startsWith("- ")))
                            .hasSize(2);
                });
        assertThat(MAIL.messages()).noneMatch(mail -> mail.messageId().contains(off));
    }

    @Test
    void aDeadlineCanNeitherBeSwitchedOffNorHeldBackAndTheChosenLanguageIsSpoken() {
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("kinds", List.of(kind("offer-made", "OFF")))))
                .isEqualTo("invalid-fields");
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("kinds", List.of(kind("offer-made", "DIGEST")))))
                .isEqualTo("invalid-fields");
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("zone", "Moon/Tranquility")))
                .isEqualTo("invalid-fields");
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("quietFrom", "22:00")))
                .isEqualTo("invalid-fields");
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        JsonNode chosen = choose(Map.of(
                "language",
                "ZH",
                "zone",
                "UTC",
                "quietFrom",
                now.minusHours(1).toString(),
                "quietUntil",
                now.plusHours(1).toString()));
        assertThat(chosen).isEqualTo(answer(asStudent(), "GET", PREFERENCES, null));
        String urgent = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        offer(student, other, 1, OfferState.EXPIRED);
        offer(student, urgent, 1, OfferState.EXTENDED);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> MAIL.messages().stream()
                        .anyMatch(mail -> mail.messageId().contains(urgent)
                                && mail.subject().contains("实习录用意向")
                                && mail.language().equals("zh")));
        assertThat(MAIL.messages()).noneMatch(mail -> mail.messageId().contains(other));
        assertThat(jdbc.sql("select state from mails where message_id like ?")
                        .param("%" + other + "%")
                        .query(String.class)
                        .single())
                .isEqualTo("HELD");
    }

    @Test
    void theLinkInAMailStopsWhatCanBeStoppedWithoutSigningIn() {
        String path = PREFERENCES + "/unsubscriptions";
        JsonNode least = anonymous(path, Map.of("token", links.tokenFor(student)));

        assertThat(least.get("kinds")
                        .valueStream()
                        .map(each -> each.get("kind").asString() + " "
                                + each.get("timing").asString()))
                .contains("offer-made AT_ONCE", "offer-escalated AT_ONCE", "offer-expired OFF", "offer-confirmed OFF");
        assertThat(answer(asStudent(), "GET", PREFERENCES, null)).isEqualTo(least);
        assertThat(anonymous(path, Map.of("token", links.tokenFor(student) + "A"))
                        .get("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(anonymous(PREFERENCES, Map.of()).get("status").asInt()).isEqualTo(401);
    }

    @Test
    void aUniversityHearsOnceOfAStudentWhomAnUrgentMailDoesNotReach() {
        String university = "univ of " + programme;
        String asUniversity = TOKENS.token(Role.UNIVERSITY, university);
        String lost = UUID.randomUUID().toString();
        String missed = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            contacts.arrivedAtDesk(
                    UUID.randomUUID().toString(),
                    new Contact(Desk.of(university), 1, "Career centre", "desk@uni.example", Language.EN, university),
                    null);
            contacts.arrived(new Contact(lost, 1, "Han Mei", "no address at all", Language.EN, university));
        });
        offer(lost, missed, 1, OfferState.EXTENDED);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !list(asUniversity, "").get("items").isEmpty());

        JsonNode told = list(asUniversity, "").get("items").get(0);
        assertThat(told.get("kind").asString()).isEqualTo("student-not-reached");
        assertThat(told.get("text").asString()).contains(missed).doesNotContain("Han Mei");
        assertThat(unread(asUniversity)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from mails where urgent and not others_told and state = 'FAILED'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(list(TOKENS.token(Role.UNIVERSITY, "another"), "").get("items"))
                .isEmpty();
    }

    @Test
    void anOrganisationChoosesForItsDeskAndASchoolDoesNot() {
        String university = TOKENS.token(Role.UNIVERSITY, "univ of " + programme);

        assertThat(answer(university, "PUT", PREFERENCES, Map.of("language", "EN"))
                        .get("digest")
                        .asString())
                .isEqualTo("WEEKLY");
        assertThat(answer(university, "GET", PREFERENCES, null).get("language").asString())
                .isEqualTo("EN");
        assertThat(problem(TOKENS.schoolToken("univ of " + programme, "cs"), "PUT", PREFERENCES, Map.of()))
                .isEqualTo("forbidden");
        assertThat(answer(TOKENS.token(Role.UNIVERSITY, "another"), "GET", PREFERENCES, null)
                        .get("language")
                        .isNull())
                .isTrue();
        assertThat(problem(TOKENS.token(Role.OPERATIONS, "operations"), "GET", PREFERENCES, null))
                .isEqualTo("forbidden");
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

    private int unread(String token) {
        return answer(token, "GET", "/api/v1/notices/unread", null)
                .get("unread")
                .asInt();
    }

    private JsonNode choose(Map<String, Object> preferences) {
        return answer(asStudent(), "PUT", PREFERENCES, preferences);
    }

    private static Map<String, String> kind(String kind, String timing) {
        return Map.of("kind", kind, "timing", timing);
    }

    private void sendingDigests() {
        sending.due().forEach(person -> transaction.executeWithoutResult(status -> sending.sendTo(person)));
    }

    private JsonNode anonymous(String path, Map<String, String> body) {
        return RestClient.create()
                .post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().valueToTree(body).toString())
                .exchange((request, response) -> JsonMapper.shared().readTree(response.getBody()));
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
