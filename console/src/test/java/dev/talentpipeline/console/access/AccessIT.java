package dev.talentpipeline.console.access;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;

/** What a university is granted for a student becomes a token, and a link that opens their page once. */
class AccessIT {

    private final StudentsDoor door = new StudentsDoor();

    @Test
    void aGrantBecomesATokenAndALink() {
        JsonNode given = json(door.ask());

        assertThat(given.path("person").asString()).isEqualTo("p-1");
        assertThat(given.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(given.path("expires_in").asInt()).isEqualTo(900);
        String token = given.path("access_token").asString();
        NimbusJwtDecoder.withJwkSetUri(door.url() + "/oauth2/jwks").build().decode(token);
        assertThat(claims(token).path("sub").asString()).isEqualTo("p-1");
        assertThat(claims(token).path("person").asString()).isEqualTo("p-1");
        assertThat(claims(token).path("org").asString()).isEqualTo("beida");
        assertThat(claims(token).path("roles").toString()).isEqualTo("[\"STUDENT\"]");
        assertThat(claims(token).path("act").toString()).isEqualTo("{\"sub\":\"li\"}");
        assertThat(given.path("link").asString()).startsWith("http://localhost:8080/enter?token=");
    }

    @Test
    void theCallIsSentOnAsItsCallerMadeIt() {
        door.somebody()
                .post(
                        "/api/v1/people/2024%E5%8F%B7/access",
                        "{\"for\":\"offer\"}",
                        "Authorization",
                        StudentsDoor.BEARER,
                        "X-Correlation-Id",
                        "c-1",
                        "Content-Type",
                        "application/json");

        Asked asked = door.internship.lastAsked();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.uri()).isEqualTo("/api/v1/people/2024%E5%8F%B7/access");
        assertThat(asked.body()).isEqualTo("{\"for\":\"offer\"}");
        assertThat(asked.header("Authorization")).hasValue(StudentsDoor.BEARER);
        assertThat(asked.header("X-Correlation-Id")).hasValue("c-1");
    }

    @Test
    void aCallThatIsRepeatedWithItsKeyIsGrantedAgainBeforeItIsMintedAgain() {
        Browser university = door.somebody();
        String path = "/api/v1/people/p-1/access";

        String first = StudentsDoor.linkOf(
                university.post(path, "", "Authorization", StudentsDoor.BEARER, "Idempotency-Key", "k-1"));
        String second = StudentsDoor.linkOf(
                university.post(path, "", "Authorization", StudentsDoor.BEARER, "Idempotency-Key", "k-1"));

        assertThat(second).isNotEqualTo(first);
        assertThat(door.internship.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.headers()).doesNotContainKey("Idempotency-Key"));
    }

    @Test
    void aRefusalPassesUntouched() {
        String problem = "{\"type\":\"https://talentpipeline.dev/problems/not-found\",\"status\":404,\"extra\":[1]}";
        door.internship.answers(404, "application/problem+json", problem);

        HttpResponse<String> response = door.ask();

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"OPERATIONS\"],\"expiresInSeconds\":900}",
                "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"STUDENT\",\"UNIVERSITY\"],\"expiresInSeconds\":900}",
                "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"expiresInSeconds\":900}",
                "{\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"grantedTo\":\"li\",\"expiresInSeconds\":900}",
                "{\"person\":\"p-1\",\"roles\":[\"STUDENT\"]}",
                "not json"
            })
    void aGrantForAnythingButAStudentIsNotSigned(String grant) {
        door.internship.answers(200, "application/json", grant);

        HttpResponse<String> response = door.ask();

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("problems/unreadable-answer").doesNotContain("access_token");
    }

    @Test
    void nobodyAsksWithoutAToken() {
        assertThat(door.somebody().post("/api/v1/people/p-1/access", "").statusCode())
                .isEqualTo(401);
        assertThat(door.internship.asked()).isEmpty();
    }

    @Test
    void aLinkOpensThePageOfItsPersonOnce() {
        // given
        String link = StudentsDoor.linkOf(door.ask());
        Browser student = door.somebody();

        // when
        HttpResponse<String> entered = student.get(link);

        // then
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location")).hasValue("/student");
        door.internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
        assertThat(student.get("/student").statusCode()).isEqualTo(200);
        String bearer = door.internship.lastAsked().header("Authorization").orElseThrow();
        assertThat(claims(bearer).path("person").asString()).isEqualTo("p-1");

        // and the same person may reload, but nobody else gets in
        assertThat(student.get(link).headers().firstValue("Location")).hasValue("/student");
        HttpResponse<String> second = door.somebody().get(link);
        assertThat(second.statusCode()).isEqualTo(410);
        assertThat(second.body()).contains("This link has been used");
    }

    @Test
    void inTheSessionOfTheirLinkAStudentCallsTheApiAsThemselves() {
        URI here = URI.create(door.url());
        try (PipelineClient client =
                new PipelineClient(new StackFile(here, "", here, "", here, List.of(), List.of()))) {
            String link = json(door.ask()).path("link").asString();
            door.internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
            PipelineSession student = client.entering(link);

            assertThat(student.post("/api/v1/offers/o-1/agreement/signatures", Map.of("signedOn", "2027-03-01"))
                            .status())
                    .isEqualTo(200);
        }
        JsonNode signed =
                claims(door.internship.lastAsked().header("Authorization").orElseThrow());
        assertThat(signed.path("person").asString()).isEqualTo("p-1");
        assertThat(signed.has("act")).isFalse();
    }

    @Test
    void lookingAtALinkDoesNotUseItUp() {
        String link = StudentsDoor.linkOf(door.ask());
        Browser messenger = door.somebody();

        messenger.send(messenger.request(link).method("HEAD", BodyPublishers.noBody()));

        assertThat(door.somebody().get(link).statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionFromBeforeTheLinkIsNotCarriedIntoIt() {
        Browser shared = door.somebody();
        shared.signIn("li", "li-password");
        String before = shared.cookie("TALENTPIPELINE").orElseThrow().getValue();

        shared.get(StudentsDoor.linkOf(door.ask()));

        assertThat(shared.cookie("TALENTPIPELINE").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(shared.get("/university").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenIsNotALinkAndALinkIsNotForServices() {
        JsonNode given = json(door.ask());
        String link = given.path("link").asString();
        String tokenOfLink = link.substring(link.indexOf('=') + 1);

        HttpResponse<String> byToken =
                door.somebody().get("/enter?token=" + given.path("access_token").asString());

        assertThat(byToken.statusCode()).isEqualTo(410);
        assertThat(byToken.body()).contains("This link does not work");
        assertThat(claims(tokenOfLink).path("aud").asString()).isNotEqualTo("talent-pipeline");
        assertThat(door.somebody().get("/enter?token=" + tokenOfLink + "x").statusCode())
                .isEqualTo(410);
        assertThat(door.somebody().get("/enter").statusCode()).isEqualTo(410);
    }
}
