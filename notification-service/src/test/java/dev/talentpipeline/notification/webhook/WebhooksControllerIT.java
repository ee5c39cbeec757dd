package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.webhook.http.Outside.Received;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Webhooks as their organisations keep them, with their secrets and their log. */
class WebhooksControllerIT extends WebhookSurroundings {

    @Autowired
    private Messages messages;

    @Autowired
    private KeepingContacts contacts;

    @Test
    void aSecretSignsForADayBesideTheNextOneAndTheOneBeforeItNoMore() {
        String token = TOKENS.token(Role.UNIVERSITY, university);
        String path = path("/ok");
        UUID id = added(university, OUTSIDE.good(path), EndpointKind.STANDARD);
        call(token, "POST", "/" + id + "/secrets", null);
        JsonNode secrets =
                call(token, "POST", "/" + id + "/secrets", null).body().get("items");
        assertThat(secrets).hasSize(2);
        assertThat(call(token, "POST", "/" + id + "/tests", null).status()).isEqualTo(202);
        deliver();
        jdbc.sql("update webhook_secrets set expires_at = expires_at - interval '25 hours'")
                .update();
        call(token, "POST", "/" + id + "/tests", null);
        deliver();

        Received first = OUTSIDE.received(path).getFirst();
        Received later = OUTSIDE.received(path).getLast();
        assertThat(read(first.body()).get("type").asString()).isEqualTo("webhook.test");
        assertThat(later.id()).isNotEqualTo(first.id());
        assertThat(secrets.valueStream()
                        .map(secret -> new Receiver(secret.get("secret").asString()))
                        .map(receiver -> List.of(receiver.takes(first), receiver.takes(later))))
                .containsExactly(List.of(true, false), List.of(true, true));
    }

    @Test
    void anOrganisationSeesItsOwnOnlyAndOperationsReads() {
        UUID id = added(company, OUTSIDE.good(path("/robot") + "?key=hidden"), EndpointKind.WECOM);
        String other = TOKENS.token(Role.COMPANY, "company-" + UUID.randomUUID());
        String message = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("url", "https://example.org/");

        for (String path : List.of("/" + id, "/" + id + "/messages", "/" + id + "/secrets", "/nonsense")) {
            assertThat(call(other, "GET", path, null).status()).as(path).isEqualTo(404);
        }
        assertThat(call(other, "PUT", "/" + id, body).status()).isEqualTo(404);
        assertThat(call(other, "DELETE", "/" + id, null).status()).isEqualTo(404);
        for (String path : List.of("/tests", "/secrets", "/messages/" + message + "/resends")) {
            assertThat(call(other, "POST", "/" + id + path, null).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(call(other, "GET", "", null).body().get("items")).isEmpty();
        for (String token : List.of(
                TOKENS.token(Role.STUDENT, company, UUID.randomUUID().toString()),
                TOKENS.schoolToken(university, "informatics"))) {
            assertThat(call(token, "GET", "", null).status()).isEqualTo(403);
            assertThat(call(token, "POST", "", body).status()).isEqualTo(403);
        }
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        Answer seen = call(operations, "GET", "/" + id, null);
        assertThat(seen.body().get("organisation").asString()).isEqualTo(company);
        assertThat(seen.body().get("url").asString()).contains("/robot-").doesNotContain("hidden");
        assertThat(call(operations, "GET", "/" + id + "/messages", null).status())
                .isEqualTo(200);
        assertThat(call(operations, "GET", "/" + id + "/secrets", null).status())
                .isEqualTo(403);
        assertThat(call(operations, "DELETE", "/" + id, null).status()).isEqualTo(403);
        String own = TOKENS.token(Role.COMPANY, company);
        assertThat(call(own, "GET", "/" + id, null).body().get("url").asString())
                .contains("hidden");
        assertThat(call(own, "DELETE", "/" + id, null).status()).isEqualTo(204);
        assertThat(call(own, "GET", "/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void addressesThatWillNotDoAreRefusedAndSoIsOneTooMany() {
        String token = TOKENS.token(Role.COMPANY, company);
        for (String url : List.of(
                "http://example.org/", "https://me:word@example.org/", "https:///path", "ftp://example.org/", "no")) {
            Answer refused = call(token, "POST", "", Map.of("url", url, "kind", "PIGEON"));
            assertThat(refused.status()).as(url).isEqualTo(400);
            assertThat(refused.body().get("errors")).hasSize(2);
        }
        for (int i = 0; i < 10; i++) {
            added(company, OUTSIDE.good(path("/ok")), EndpointKind.STANDARD);
        }
        Answer refused = call(token, "POST", "", Map.of("url", "https://example.org/"));
        assertThat(refused.body().get("type").asString()).endsWith("/too-many-webhooks");
    }

    @Test
    void theLogTurnsPagesAndForgetsWhatIsOldAndWhatWasAnsweredAboutTheErased() {
        String token = TOKENS.token(Role.COMPANY, company);
        UUID id = added(company, OUTSIDE.good(path("/ok")), EndpointKind.STANDARD);
        for (int version = 1; version <= 3; version++) {
            happens(version);
        }
        deliver();
        Answer first = call(token, "GET", "/" + id + "/messages?limit=2&state=DELIVERED", null);
        assertThat(first.body().get("items")).hasSize(2);
        assertThat(first.body().at("/items/0/attempts/0/answer").asString()).isEqualTo("taken");
        Answer second = call(
                token,
                "GET",
                "/" + id + "/messages?limit=2&cursor="
                        + first.body().get("next").asString(),
                null);
        assertThat(second.body().get("items")).hasSize(1);
        assertThat(second.body().get("next").isNull()).isTrue();

        transaction.executeWithoutResult(status -> contacts.erased(person()));
        happens(4);
        deliver();

        assertThat(logOf(id))
                .hasSize(4)
                .allSatisfy(logged ->
                        assertThat(logged.attempts().getFirst().answer()).isNull());
        transaction.executeWithoutResult(
                status -> messages.forgetSettledBefore(clock.instant().plusSeconds(60)));
        assertThat(logOf(id)).isEmpty();
    }

    @Test
    void webhooksAndTheirLogsAreFilesForWhoeverMayReadThem() {
        UUID id = added(company, OUTSIDE.good(path("/robot") + "?key=hidden"), EndpointKind.WECOM);
        happens(1);
        String own = TOKENS.token(Role.COMPANY, company);
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        String other = TOKENS.token(Role.COMPANY, "company-" + UUID.randomUUID());
        String webhooks = "?format=CSV&language=en&fields=id,kind,url";
        String sent = "/" + id + "/messages?format=CSV&language=zh&fields=type,subject,state";

        assertThat(file(own, webhooks))
                .startsWith("\uFEFFID,Kind,Url\r\n" + id + ",WECOM,https://")
                .contains("key=hidden");
        assertThat(file(operations, webhooks)).contains(id.toString()).doesNotContain("hidden");
        assertThat(file(other, webhooks)).doesNotContain(id.toString());
        assertThat(file(own, sent))
                .isEqualTo(file(operations, sent))
                .isEqualTo("\uFEFF消息类型,所涉记录,状态\r\noffer.extended,o-1,PENDING\r\n");
        assertThat(call(other, "GET", sent, null).status()).isEqualTo(404);
    }

    @Test
    void aRequestThatIsSentAgainUnderItsKeyAddsNothing() {
        String token = TOKENS.token(Role.COMPANY, company);
        Map<String, Object> body = Map.of("url", "https://hooks.example.org/");
        String key = UUID.randomUUID().toString();

        Answer first = call(token, "POST", "", body, Map.of("Idempotency-Key", key));
        Answer again = call(token, "POST", "", body, Map.of("Idempotency-Key", key));
        Answer another = call(
                token,
                "POST",
                "/" + first.body().get("id").asString() + "/tests",
                null,
                Map.of("Idempotency-Key", key));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(another.body().get("type").asString()).endsWith("/idempotency-key-reused");
        assertThat(call(token, "GET", "", null).body().get("items")).hasSize(1);
        assertThat(call(token, "POST", "", body, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(400);
        assertThat(call(token, "POST", "", body, Map.of("Idempotency-Key", "with a blank"))
                        .status())
                .isEqualTo(400);
    }

    private @Nullable String file(String token, String path) {
        return RestClient.create()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/webhooks" + path))
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .body(String.class);
    }
}
