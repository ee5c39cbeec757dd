package dev.talentpipeline.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.listing.ListParameters;
import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=test-service",
            "talentpipeline.max-body-size=1KB",
            "talentpipeline.rate-limit.account=40",
            "talentpipeline.rate-limit.address=20",
            "talentpipeline.rate-limit.window=60s",
            "server.address=127.0.0.1"
        })
class RequestsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void tokens(DynamicPropertyRegistry registry) {
        registry.add("talentpipeline.jwk-set-uri", TestTokens.shared()::jwkSetUri);
    }

    @Test
    void aTokenBecomesTheCaller() throws Exception {
        assertThat(get("/api/caller", TestTokens.shared().token(Role.STUDENT, "univ-a", "p1"))
                        .body())
                .contains("\"roles\":[\"STUDENT\"]", "\"org\":\"univ-a\"", "\"person\":\"p1\"", "\"school\":null");
        assertThat(get("/api/caller", TestTokens.shared().schoolToken("univ-a", "computing"))
                        .body())
                .contains("\"roles\":[\"UNIVERSITY\"]", "\"school\":\"computing\"");
    }

    @Test
    void noTokenOrAForgedOneIsRefusedWithAProblem() throws Exception {
        assertProblem(get("/api/caller", null), 401, "unauthenticated");
        assertProblem(
                get("/api/caller", TestTokens.shared().forged(Role.OPERATIONS, "operations")), 401, "unauthenticated");
    }

    @Test
    void healthAndMetricsAreOpen() throws Exception {
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownFieldIsNamedWithTheKnownOnes() throws Exception {
        JsonNode problem = assertProblem(post("{\"seats\":1,\"seets\":2}"), 400, "malformed-body");
        assertThat(problem.get("field").asString()).isEqualTo("seets");
        assertThat(problem.get("remedy").asString()).contains("seats", "startsOn");
    }

    @Test
    void aWrongTypeIsNamedWithItsValueAndWhatToSend() throws Exception {
        JsonNode date = assertProblem(post("{\"startsOn\":\"soon\"}"), 400, "malformed-body");
        assertThat(date.get("field").asString()).isEqualTo("startsOn");
        assertThat(date.get("value").asString()).isEqualTo("soon");
        assertThat(date.get("remedy").asString()).contains("2027-03-01");
        JsonNode number = assertProblem(post("{\"seats\":\"many\"}"), 400, "malformed-body");
        assertThat(number.get("field").asString()).isEqualTo("seats");
        assertProblem(post("{\"seats\":1.5}"), 400, "malformed-body");
        JsonNode overflow = assertProblem(post("{\"seats\":2147483648}"), 400, "malformed-body");
        assertThat(overflow.get("field").asString()).isEqualTo("seats");
        assertThat(overflow.get("detail").asString()).contains("larger");
    }

    @Test
    void aBodyThatIsNotJsonIsNamedWithItsPlace() throws Exception {
        assertThat(assertProblem(post("{\"seats\":"), 400, "malformed-body")
                        .get("detail")
                        .asString())
                .contains("line 1");
    }

    @Test
    void aBodyOfAnotherShapeIsToldAsAWhole() throws Exception {
        JsonNode list = assertProblem(post("[]"), 400, "malformed-body");
        assertThat(list.has("field")).isFalse();
        assertThat(list.get("detail").asString()).isEqualTo("The body is no JSON object.");
        assertThat(list.get("remedy").asString()).isEqualTo("Send one JSON object, encoded as UTF-8.");
    }

    @Test
    void aBodyOfAnotherTypeIsRefusedWithTheTypeThatIsRead() throws Exception {
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "image/png")) {
            JsonNode problem =
                    assertProblem(sent("POST", "/api/things", type, "{\"seats\":1}"), 415, "unsupported-media-type");
            assertThat(problem.get("detail").asString()).contains(type);
            assertThat(problem.get("remedy").asString()).isEqualTo("Send Content-Type: application/json.");
        }
    }

    @Test
    void aMethodThatAPathHasNotIsRefusedWithThoseItHas() throws Exception {
        HttpResponse<String> answer = sent("DELETE", "/api/things", "application/json", "{}");

        JsonNode problem = assertProblem(answer, 405, "method-not-allowed");
        assertThat(problem.get("remedy").asString()).isEqualTo("Call it by GET or POST.");
        assertThat(header(answer, "Allow").split(",\\s*")).containsExactlyInAnyOrder("GET", "POST");
    }

    @Test
    void aParameterThatIsAskedForIsNamedWhereItIsMissing() throws Exception {
        JsonNode problem = assertProblem(
                get("/api/asking", TestTokens.shared().token(Role.OPERATIONS, "operations", "p3")),
                400,
                "malformed-parameter");
        assertThat(problem.get("field").asString()).isEqualTo("q");
        assertThat(problem.get("remedy").asString()).isEqualTo("Add ?q=… to the path.");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        String large = "{\"seats\":" + " ".repeat(2000) + "1}";
        assertProblem(post(BodyPublishers.ofString(large)), 413, "body-too-large");
        assertProblem(
                post(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))),
                413,
                "body-too-large");
    }

    @Test
    void aRefusalCarriesFieldValueAndRemedy() throws Exception {
        JsonNode problem = assertProblem(post("{\"seats\":-1}"), 422, "no-seats");
        assertThat(problem.get("field").asString()).isEqualTo("seats");
        assertThat(problem.get("value").asInt()).isEqualTo(-1);
        assertThat(problem.get("remedy").asString()).isEqualTo("Send at least 1.");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/things");
        assertThat(problem.get("traceId").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void aDatabaseThatIsAwayIsATemporaryProblemAndABugIsAnInternalOne() throws Exception {
        String token = TestTokens.shared().token(Role.OPERATIONS, "operations");
        var away = get("/api/fail/database", token);
        assertProblem(away, 503, "temporarily-unavailable");
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertProblem(get("/api/fail/bug", token), 500, "internal-error");
        assertProblem(get("/api/nowhere", token), 404, "not-found");
    }

    @Test
    void anAccountIsAnsweredAsOftenAsItsQuotaSaysAndToldSo() throws Exception {
        String eager = TestTokens.shared().token(Role.COMPANY, "co-eager");
        HttpResponse<String> first = get("/api/caller", eager);
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"account\";q=40;w=60");
        assertThat(header(first, "RateLimit")).isEqualTo("\"account\";r=39;t=60");
        for (int i = 1; i < 40; i++) {
            assertThat(get("/api/caller", eager).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> over = get("/api/caller", eager);

        JsonNode problem = assertProblem(over, 429, "rate-limit-exceeded");
        assertThat(problem.get("policy").asString()).isEqualTo("account");
        assertThat(header(over, "Retry-After"))
                .isEqualTo(problem.get("retryAfterSeconds").asString());
        assertThat(header(over, "RateLimit")).isEqualTo("\"account\";r=0;t=" + header(over, "Retry-After"));
        assertThat(get("/api/caller", TestTokens.shared().token(Role.COMPANY, "co-calm"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Whether the token is missing or forged, it costs the address; probes cost nobody anything. */
    @Test
    void anAddressWithoutAnAccountHasAQuotaOfItsOwn() throws Exception {
        try (HttpClient elsewhere = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            String forged = TestTokens.shared().forged(Role.OPERATIONS, "operations");
            for (int i = 0; i < 20; i++) {
                var refused =
                        elsewhere.send(asking("/api/caller", i % 2 == 0 ? null : forged), BodyHandlers.ofString());
                assertThat(header(refused, "RateLimit")).startsWith("\"address\";r=%d;t=".formatted(19 - i));
                assertProblem(refused, 401, "unauthenticated");
            }
            for (String token : new String[] {null, forged}) {
                var over = elsewhere.send(asking("/api/caller", token), BodyHandlers.ofString());
                assertProblem(over, 429, "rate-limit-exceeded");
            }
            var probe = elsewhere.send(asking("/actuator/health/readiness", null), BodyHandlers.ofString());
            assertThat(probe.statusCode()).isEqualTo(200);
            assertThat(probe.headers().firstValue("RateLimit")).isEmpty();
        }
    }

    @Test
    void aParameterThatNobodyReadsIsRefusedWithThosePossible() throws Exception {
        String token = TestTokens.shared().token(Role.OPERATIONS, "operations", "p1");
        JsonNode slip = assertProblem(get("/api/things?stat=OPEN", token), 400, "unknown-parameter");
        assertThat(slip.get("field").asString()).isEqualTo("stat");
        assertThat(slip.get("possible")).hasToString("[\"state\",\"tag\",\"fields\",\"as\",\"format\",\"language\"]");
        JsonNode none = assertProblem(get("/api/caller?who=me", token), 400, "unknown-parameter");
        assertThat(none.get("remedy").asString()).startsWith("Leave it out");
        assertProblem(get("/api/things?state=A&state=B", token), 400, "malformed-parameter");
        assertThat(get("/api/things?state=A&tag=b&tag=c", token).statusCode()).isEqualTo(200);
    }

    @Test
    void aListGivesTheFieldsThatWereAskedForAndNamesThoseItHas() throws Exception {
        String token = TestTokens.shared().token(Role.OPERATIONS, "operations", "p2");
        assertThat(get("/api/things", token).body())
                .isEqualTo("{\"items\":[{\"seats\":2,\"startsOn\":\"2027-03-01\"}],\"next\":null}");
        assertThat(get("/api/things?fields=startsOn", token).body())
                .isEqualTo("{\"items\":[{\"startsOn\":\"2027-03-01\"}],\"next\":null}");
        JsonNode problem = assertProblem(get("/api/things?fields=seats,seets", token), 400, "unknown-field");
        assertThat(problem.get("value").asString()).isEqualTo("seets");
        assertThat(problem.get("possible")).hasToString("[\"seats\",\"startsOn\"]");
        assertProblem(get("/api/things?fields=", token), 400, "unknown-field");
        assertThat(get("/api/things?as=TABLE", token).statusCode()).isEqualTo(200);
        assertThat(get("/api/things?as=TABLE&fields=seats", token).statusCode()).isEqualTo(200);
        assertProblem(get("/api/things?as=TABLE&fields=seets", token), 400, "unknown-field");
        assertProblem(get("/api/caller?as=TABLE", token), 400, "unknown-parameter");
    }

    @Test
    void theCorrelationIdIsKeptIfWellFormedAndReplacedIfNot() throws Exception {
        assertThat(correlated("order-77")).isEqualTo("order-77");
        assertThat(correlated("no spaces please")).hasSize(36);
    }

    private String correlated(String id) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/actuator/health"))
                .header("X-Correlation-Id", id)
                .build();
        return HTTP.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("X-Correlation-Id")
                .orElseThrow();
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.get("type").asString()).isEqualTo(Problem.TYPES + type);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        return body;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        return HTTP.send(asking(path, token), BodyHandlers.ofString());
    }

    private HttpRequest asking(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private HttpResponse<String> post(String json) throws IOException, InterruptedException {
        return post(BodyPublishers.ofString(json));
    }

    private HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/api/things"))
                .header("Authorization", "Bearer " + TestTokens.shared().token(Role.COMPANY, "co-a"))
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> sent(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + TestTokens.shared().token(Role.COMPANY, "co-a"))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Things.class)
    static class TestService {

        @Bean
        ListParameters tables() {
            return new ListParameters(Set.of("as"));
        }
    }

    record Thing(@Nullable Integer seats, @Nullable LocalDate startsOn) {}

    record Some<T>(List<T> items, @Nullable String next) implements Listed<T> {}

    @RestController
    static class Things {

        @GetMapping("/api/caller")
        Caller caller(Caller caller) {
            return caller;
        }

        @GetMapping("/api/things")
        ResponseEntity<Some<Thing>> list(
                @RequestParam(required = false) @Nullable String state,
                @RequestParam(required = false) @Nullable List<String> tag) {
            return ResponseEntity.ok(new Some<>(List.of(new Thing(2, LocalDate.of(2027, 3, 1))), null));
        }

        @PostMapping("/api/things")
        Thing post(@RequestBody Thing thing) {
            if (thing.seats() != null && thing.seats() < 1) {
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-seats", "There must be a seat.")
                        .field("seats")
                        .value(thing.seats())
                        .remedy("Send at least 1.")
                        .asException();
            }
            return thing;
        }

        @GetMapping("/api/asking")
        String asking(@RequestParam String q) {
            return q;
        }

        @GetMapping("/api/fail/{how}")
        void fail(@PathVariable String how) {
            throw how.equals("database")
                    ? new DataAccessResourceFailureException("planted")
                    : new IllegalStateException("planted");
        }
    }
}
