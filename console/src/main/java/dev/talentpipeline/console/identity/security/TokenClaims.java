package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** The claims that services read, the same in every token however it was asked for. */
final class TokenClaims {

    static final String AUDIENCE = "talent-pipeline";

    private TokenClaims() {}

    static void put(Identity identity, JwtClaimsSet.Builder claims) {
        claims.subject(identity.subject())
                .audience(List.of(AUDIENCE))
                .claim("roles", List.of(identity.role().name()));
        if (identity.org() != null) {
            claims.claim("org", identity.org());
        }
        if (identity.person() != null) {
            claims.claim("person", identity.person());
        }
        if (identity.school() != null) {
            claims.claim("school", identity.school());
        }
        if (identity.administrator()) {
            claims.claim("administrator", true);
        }
        if (identity.actor() != null) {
            // RFC 8693, section 4.1: the subject is on whose behalf, the actor who really acts.
            claims.claim("act", Map.of("sub", identity.actor()));
        }
    }

    /** Whom a token that the console signed speaks for; empty if it names no role of this system, or several. */
    static Optional<Identity> read(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        Map<String, Object> act = token.getClaimAsMap("act");
        if (roles == null || roles.size() != 1) {
            return Optional.empty();
        }
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(roles.getFirst()))
                .findFirst()
                .map(role -> new Identity(
                        Objects.requireNonNull(token.getSubject()),
                        role,
                        token.getClaimAsString("org"),
                        token.getClaimAsString("person"),
                        token.getClaimAsString("school"),
                        Boolean.TRUE.equals(token.getClaimAsBoolean("administrator")),
                        act == null ? null : String.valueOf(act.get("sub"))));
    }
}
