package dev.talentpipeline.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.talentpipeline.kit.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Stands for the console in tests of one service: signs tokens with a key of its own and publishes that key over HTTP on a free port.
 * One instance serves a whole test JVM; any thread may ask it.
 */
public final class TestTokens {

    /** The issuer that the tokens name: the default of {@code talentpipeline.issuer}. */
    public static final String ISSUER = "http://localhost:8080";

    private static final TestTokens SHARED = new TestTokens();

    private final RSAKey key;
    private final HttpServer server;
    /** By what they say: tests ask for the same ones thousands of times, and to sign is slow. */
    private final Map<List<String>, String> signed = new ConcurrentHashMap<>();

    private TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException("The test key must be generated.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(key).toString().getBytes(UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (var body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    /** The instance of this JVM. */
    public static TestTokens shared() {
        return SHARED;
    }

    /** What {@code talentpipeline.jwk-set-uri} must be for the tokens to be accepted. */
    public String jwkSetUri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    /** A token of an organisation's client. */
    public String token(Role role, String org) {
        return once(List.of(role.name(), org), () -> claims(role, org));
    }

    /** The same, for no longer than this. */
    public String token(Role role, String org, Duration lifetime) {
        Instant until = Instant.now().plus(lifetime);
        return sign(claims(role, org).expirationTime(Date.from(until)), key);
    }

    /** A token of one person. */
    public String token(Role role, String org, String person) {
        return once(
                List.of(role.name(), org, "person", person),
                () -> claims(role, org).claim("person", person));
    }

    /** A token of somebody who acts for one school of a university. */
    public String schoolToken(String university, String school) {
        return once(
                List.of("UNIVERSITY", university, "school", school),
                () -> claims(Role.UNIVERSITY, university).claim("school", school));
    }

    /** A token of an organisation's client with whose rights somebody else acts. */
    public String tokenUsedBy(String actor, Role role, String org) {
        return sign(claims(role, org).claim("act", Map.of("sub", actor)), key);
    }

    /** A token of one person for whom somebody else acts. */
    public String tokenUsedBy(String actor, Role role, String org, String person) {
        return sign(claims(role, org).claim("person", person).claim("act", Map.of("sub", actor)), key);
    }

    /** A token that is well formed but signed with a key that nobody published. */
    public String forged(Role role, String org) {
        try {
            return sign(
                    claims(role, org), new RSAKeyGenerator(2048).keyID("test").generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("The forger's key must be generated.", e);
        }
    }

    private String once(List<String> says, Supplier<JWTClaimsSet.Builder> claims) {
        return signed.computeIfAbsent(says, any -> sign(claims.get(), key));
    }

    private static JWTClaimsSet.Builder claims(Role role, String org) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("talent-pipeline")
                .subject("test-" + org)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("roles", List.of(role.name()))
                .claim("org", org);
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The token must be signed.", e);
        }
    }
}
