package dev.talentpipeline.console.identity.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.talentpipeline.console.ConsoleProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * What the console signs for itself to read later. Every kind of statement has an audience of its own, so that a bearer token
 * works as no link, a link as no bearer token, and one kind of link as no other.
 */
@Component
public final class SignedStatements {

    private final JwtEncoder encoder;
    private final JWKSource<SecurityContext> signingKeys;
    private final String issuer;
    private final Clock clock;

    SignedStatements(
            JwtEncoder encoder, JWKSource<SecurityContext> signingKeys, ConsoleProperties properties, Clock clock) {
        this.encoder = encoder;
        this.signingKeys = signingKeys;
        this.issuer = properties.issuer().toString();
        this.clock = clock;
    }

    /** Signs the claims, to which issuer and audience are added. */
    public String sign(String audience, JwtClaimsSet.Builder claims) {
        claims.issuer(issuer).audience(List.of(audience));
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
                .getTokenValue();
    }

    /** Reads statements of one audience that have not expired, to the second. */
    public JwtDecoder reader(String audience) {
        JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
        time.setClock(clock);
        return reader(audience, List.of(JwtValidators.createDefaultWithIssuer(issuer), time));
    }

    /** Reads those that have expired too: to say whose they were, never to let anybody in. */
    public JwtDecoder readerOfOld(String audience) {
        return reader(audience, List.of(new JwtIssuerValidator(issuer)));
    }

    private JwtDecoder reader(String audience, List<OAuth2TokenValidator<Jwt>> validators) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(signingKeys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>(validators);
        all.add(new JwtClaimValidator<List<String>>(
                "aud", audiences -> List.of(audience).equals(audiences)));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(all));
        return decoder;
    }

    /** The statement; empty if it is none of these. */
    public static Optional<Jwt> read(JwtDecoder reader, String statement) {
        try {
            return Optional.of(reader.decode(statement));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }
}
