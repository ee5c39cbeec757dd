package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

@Component
final class JwtTokens implements Tokens {

    private final JwtEncoder encoder;
    private final String issuer;
    private final Clock clock;

    JwtTokens(JwtEncoder encoder, ConsoleProperties properties, Clock clock) {
        this.encoder = encoder;
        this.issuer = properties.issuer().toString();
        this.clock = clock;
    }

    @Override
    public Token issue(Identity identity, Duration lifetime) {
        // A JWT counts whole seconds; the answer must not promise more than the token holds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(lifetime);
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(issuer)
                .issuedAt(now)
                .expiresAt(expiresAt);
        TokenClaims.put(identity, claims);
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        String value = encoder.encode(JwtEncoderParameters.from(header, claims.build()))
                .getTokenValue();
        return new Token(value, expiresAt);
    }
}
