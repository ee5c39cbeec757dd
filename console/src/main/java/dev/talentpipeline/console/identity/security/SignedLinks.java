package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.identity.Links;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

@Component
final class SignedLinks implements Links {

    private final SignedStatements statements;
    private final URI origin;
    private final Map<Purpose, JwtDecoder> readers = new EnumMap<>(Purpose.class);

    SignedLinks(SignedStatements statements, ConsoleProperties properties) {
        this.statements = statements;
        this.origin = properties.issuer();
        for (Purpose purpose : Purpose.values()) {
            readers.put(purpose, statements.reader(audience(purpose)));
        }
    }

    @Override
    public URI issue(Purpose purpose, UUID link, Instant expiresAt) {
        String token = statements.sign(
                audience(purpose), JwtClaimsSet.builder().id(link.toString()).expiresAt(expiresAt));
        return origin.resolve(path(purpose) + "?token=" + token);
    }

    @Override
    public Optional<UUID> read(Purpose purpose, String token) {
        return SignedStatements.read(Objects.requireNonNull(readers.get(purpose)), token)
                .map(statement -> UUID.fromString(Objects.requireNonNull(statement.getId())));
    }

    private static String audience(Purpose purpose) {
        return "talent-pipeline" + path(purpose).replace('/', '-');
    }

    private static String path(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> "/invitation";
            case PASSWORD_RESET -> "/password-reset";
        };
    }
}
