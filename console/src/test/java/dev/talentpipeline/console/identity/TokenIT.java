package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;

class TokenIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static RunningConsole console;
    private static Browser client;

    @BeforeAll
    static void start() {
        String guessed =
                "\"clients\": [{\"id\": \"guessed\", \"secret\": \"guessed-secret\", \"role\": \"OPERATIONS\"},";
        console = RunningConsole.start(
                "console_tokens",
                RunningConsole.accountsFile(RunningConsole.ACCOUNTS.replace("\"clients\": [", guessed)));
        client = new Browser(console);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void aClientGetsATokenByBasicAuthentication() {
        HttpResponse<String> response = client.askForToken("beida", "beida-secret");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("token_type").asString()).isEqualTo("Bearer");
        assertThat(json(response).path("expires_in").asInt()).isBetween(1795, 1800);
    }

    @Test
    void aClientGetsATokenByCredentialsInTheBody() {
        HttpResponse<String> response = client.post(
                "/oauth2/token",
                "grant_type=client_credentials&client_id=watch&client_secret=watch-secret",
                "Content-Type",
                FORM);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(claims(json(response).path("access_token").asString())
                        .path("roles")
                        .toString())
                .isEqualTo("[\"OPERATIONS\"]");
    }

    @Test
    void aTokenSaysWhoWhatAndForWhom() {
        JsonNode claims = claims(client.token("beida", "beida-secret"));

        assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:8080");
        assertThat(claims.path("aud").asString()).isEqualTo("talent-pipeline");
        assertThat(claims.path("sub").asString()).isEqualTo("beida");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"UNIVERSITY\"]");
        assertThat(claims.path("org").asString()).isEqualTo("beida");
        assertThat(claims.has("person")).isFalse();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(1800);
    }

    @Test
    void aWrongSecretAnUnknownClientAndAPersonAreRefusedAlikeInTheFormOfOAuth() {
        List<HttpResponse<String>> refusals = List.of(
                client.askForToken("beida", "watch-secret"),
                client.askForToken("nobody", "beida-secret"),
                client.askForToken("li", "li-password"));

        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(401);
            assertThat(refusal.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(json(refusal)).isEqualTo(json("{\"error\":\"invalid_client\"}"));
        });
    }

    @Test
    void aClientWhoseSecretIsGuessedIsHeldBackAndNobodyElseIs() {
        for (int i = 0; i < 49; i++) {
            client.askForToken("guessed", "guess-" + i);
        }
        assertThat(client.askForToken("guessed", "guessed-secret").statusCode())
                .as("a right secret forgets the failures")
                .isEqualTo(200);
        for (int i = 0; i < 50; i++) {
            assertThat(client.askForToken("guessed", "guess-" + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> held = client.askForToken("guessed", "guessed-secret");

        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 30L);
        assertThat(json(held).path("error").asString()).isEqualTo("temporarily_unavailable");
        assertThat(json(held).path("error_description").asString()).startsWith("There were too many failed attempts.");
        assertThat(client.askForToken("beida", "beida-secret").statusCode()).isEqualTo(200);
        assertThat(client.askForToken("nobody", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherGrantIsRefused() {
        HttpResponse<String> response = client.post(
                "/oauth2/token",
                "grant_type=password&client_id=watch&client_secret=watch-secret",
                "Content-Type",
                FORM);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("error").asString()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void whoComesWithATokenAndNotAsAClientIsToldSo() {
        HttpResponse<String> response = client.post(
                "/oauth2/token",
                "grant_type=client_credentials",
                "Content-Type",
                FORM,
                "Authorization",
                "Bearer " + client.token("beida", "beida-secret"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void thePublishedKeysHoldNothingPrivate() {
        JsonNode key = json(client.get("/oauth2/jwks")).path("keys").path(0);

        assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    }

    @Test
    void twoConsolesOfOneDatabaseTrustEachOthersTokensAndOnesOfAnotherDatabaseDoNot() {
        String token = client.token("beida", "beida-secret");
        try (RunningConsole restarted =
                        RunningConsole.start("console_tokens", RunningConsole.accountsFile(RunningConsole.ACCOUNTS));
                RunningConsole stranger = RunningConsole.start(
                        "console_stranger", RunningConsole.accountsFile(RunningConsole.ACCOUNTS))) {
            Jwt verified = decoder(restarted).decode(token);
            assertThat(verified.getSubject()).isEqualTo("beida");

            String younger = new Browser(restarted).token("beida", "beida-secret");
            assertThat(decoder(console).decode(younger).getSubject()).isEqualTo("beida");

            assertThatThrownBy(() -> decoder(stranger).decode(token)).isInstanceOf(JwtException.class);
        }
    }

    private static NimbusJwtDecoder decoder(RunningConsole verifier) {
        return NimbusJwtDecoder.withJwkSetUri(verifier.url() + "/oauth2/jwks").build();
    }
}
