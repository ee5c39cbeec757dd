package dev.talentpipeline.console.access.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.access.Entry;
import dev.talentpipeline.console.access.OpenedLinks;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Links that open a session once. A link is a signed statement of its own audience, so that neither a bearer token works as a
 * link nor a link as a bearer token.
 */
@Component
final class EntryLinks {

    private static final String AUDIENCE = "talent-pipeline-entry";

    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final OpenedLinks opened;
    private final URI origin;
    private final Clock clock;

    EntryLinks(
            JwtEncoder encoder,
            JWKSource<SecurityContext> signingKeys,
            OpenedLinks opened,
            ConsoleProperties properties,
            Clock clock) {
        this.encoder = encoder;
        this.opened = opened;
        this.origin = properties.issuer();
        this.clock = clock;
        this.decoder = NimbusJwtDecoder.withJwkSource(signingKeys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
        time.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(origin.toString()),
                time,
                new JwtClaimValidator<List<String>>(
                        "aud", audiences -> List.of(AUDIENCE).equals(audiences))));
    }

    URI issue(Identity student, Duration lifetime) {
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(origin.toString())
                .audience(List.of(AUDIENCE))
                .subject(student.subject())
                .expiresAt(now.plus(lifetime));
        if (student.org() != null) {
            claims.claim("org", student.org());
        }
        String token = encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
                .getTokenValue();
        return origin.resolve("/enter?token=" + token);
    }

    Entry open(String token) {
        Jwt link;
        try {
            link = decoder.decode(token);
        } catch (JwtException e) {
            return new Entry.NotValid();
        }
        String person = Objects.requireNonNull(link.getSubject());
        Identity student = new Identity(person, Role.STUDENT, link.getClaimAsString("org"), person);
        return opened.open(Objects.requireNonNull(link.getId()), Objects.requireNonNull(link.getExpiresAt()))
                ? new Entry.Opened(student)
                : new Entry.AlreadyUsed(student);
    }
}
