package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Identity;
import java.util.List;
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
    }
}
