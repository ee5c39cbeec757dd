package dev.talentpipeline.console.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import dev.talentpipeline.console.StubService;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An OpenID provider as far as a relying party goes: discovery, an authorization endpoint at which somebody is signed in
 * already, a token endpoint that takes each code once, and keys that verify its ID tokens.
 */
public final class TestProvider {

    private final StubService server = new StubService();
    private final RSAKey key = key();
    private final Map<String, String> noncesOfCodes = new ConcurrentHashMap<>();
    private volatile String subject = "nobody";
    private volatile Optional<RSAKey> forgedWith = Optional.empty();

    TestProvider() {
        server.answers(this::answer);
    }

    public String issuer() {
        return server.url();
    }

    /** Who is signed in at the provider from now on. */
    public void signIn(String person) {
        subject = person;
        forgedWith = Optional.empty();
    }

    /** From now on ID tokens are signed by a key that the provider does not publish. */
    public void forge() {
        forgedWith = Optional.of(key());
    }

    /** Follows the console's redirect to the provider, and gives the path and query that it sends the browser back to. */
    public String follow(String location) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> back =
                    http.send(HttpRequest.newBuilder(URI.create(location)).build(), BodyHandlers.discarding());
            URI callback = URI.create(back.headers().firstValue("Location").orElseThrow());
            return callback.getRawPath() + "?" + callback.getRawQuery();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> json(exchange, """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                         "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                         "id_token_signing_alg_values_supported":["RS256"]}
                        """.formatted(issuer()));
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange);
            case "/keys" -> json(exchange, new JWKSet(key.toPublicJWK()).toString());
            default -> StubService.answer(exchange, 404, "text/plain", "nothing here");
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        noncesOfCodes.put(code, asked.get("nonce"));
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(server.lastAsked().body());
        String nonce = noncesOfCodes.remove(asked.get("code"));
        if (nonce == null) {
            StubService.answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        Date now = new Date();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience("console")
                .claim("nonce", nonce)
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 60_000))
                .build();
        json(exchange, """
                {"access_token":"opaque","token_type":"Bearer","expires_in":60,"id_token":"%s"}
                """.formatted(signed(claims)));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(forgedWith.orElse(key)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        StubService.answer(exchange, 200, "application/json", body);
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("provider").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
