package dev.talentpipeline.notification.inbox.web;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.FACTS;

import dev.talentpipeline.kit.TestTokens;
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
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with the inbox of one student, as its callers see it over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class InboxOverHttp {

    static final String PREFERENCES = "/api/v1/notice-preferences";
    static final MailServer MAIL = MailServer.start();
    static final TestTokens TOKENS = TestTokens.shared();

    final String programme = "p-" + UUID.randomUUID();
    final String student = UUID.randomUUID().toString();
    final String waiting = UUID.randomUUID().toString();
    final String offer = UUID.randomUUID().toString();

    @Autowired
    TellingPeople people;

    @Autowired
    KeepingContacts contacts;

    @Autowired
    KeepingListings listings;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
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

    int unread(String token) {
        return answer(token, "GET", "/api/v1/notices/unread", null)
                .get("unread")
                .asInt();
    }

    static JsonNode mailOf(JsonNode item) {
        return item.get("channels").get(1);
    }

    void offer(String person, String offerId, long version, OfferState state) {
        transaction.executeWithoutResult(status ->
                people.offerChanged(new OfferNews(programme, offerId, version, state, person, "opening", FACTS)));
    }

    String asStudent() {
        return TOKENS.token(Role.STUDENT, "uni-1", student);
    }

    JsonNode list(String token, String query) {
        return JsonMapper.shared().readTree(request(token, query).retrieve().body(String.class));
    }

    int status(String token, String query) {
        return request(token, query)
                .exchange((request, response) -> response.getStatusCode().value());
    }

    String problem(String token, String method, String path, @Nullable Map<String, Object> body) {
        String type = answer(token, method, path, body).get("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    JsonNode answer(String token, String method, String path, @Nullable Map<String, Object> body) {
        return example(
                        token,
                        method,
                        path,
                        body == null ? null : JsonMapper.shared().valueToTree(body))
                .exchange((request, response) -> JsonMapper.shared().readTree(response.getBody()));
    }

    RestClient.RequestHeadersSpec<?> example(String token, String method, String path, @Nullable JsonNode body) {
        var request = RestClient.create()
                .method(HttpMethod.valueOf(method))
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).body(body.toString());
    }

    RestClient.RequestHeadersSpec<?> request(String token, String query) {
        return RestClient.create()
                .get()
                // As it stands: what is encoded already must not be once more.
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/notices" + query))
                .header("Authorization", "Bearer " + token);
    }
}
