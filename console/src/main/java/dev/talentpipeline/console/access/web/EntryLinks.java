package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.access.Entry;
import dev.talentpipeline.console.access.OpenedLinks;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.SignedStatements;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Links that open a session once. A link is a signed statement of its own audience, so that neither a bearer token works as a
 * link nor a link as a bearer token.
 */
@Component
final class EntryLinks {

    private static final String AUDIENCE = "talent-pipeline-entry";

    private final SignedStatements statements;
    private final JwtDecoder reader;
    private final JwtDecoder readerOfOld;
    private final OpenedLinks opened;
    private final URI origin;
    private final Clock clock;

    EntryLinks(SignedStatements statements, OpenedLinks opened, ConsoleProperties properties, Clock clock) {
        this.statements = statements;
        this.reader = statements.reader(AUDIENCE);
        this.readerOfOld = statements.readerOfOld(AUDIENCE);
        this.opened = opened;
        this.origin = properties.issuer();
        this.clock = clock;
    }

    URI issue(Identity student, Duration lifetime) {
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .subject(student.subject())
                .expiresAt(now.plus(lifetime));
        if (student.org() != null) {
            claims.claim("org", student.org());
        }
        return origin.resolve("/enter?token=" + statements.sign(AUDIENCE, claims));
    }

    Entry open(String token) {
        Optional<Jwt> read = SignedStatements.read(reader, token);
        if (read.isEmpty()) {
            return new Entry.NotValid(whose(token).orElse(null));
        }
        Jwt link = read.get();
        Identity student = student(link);
        return opened.open(Objects.requireNonNull(link.getId()), Objects.requireNonNull(link.getExpiresAt()))
                ? new Entry.Opened(student)
                : new Entry.AlreadyUsed(student);
    }

    /** Whom the link was for, however old it is. */
    Optional<Identity> whose(String token) {
        return SignedStatements.read(readerOfOld, token).map(EntryLinks::student);
    }

    private static Identity student(Jwt link) {
        String person = Objects.requireNonNull(link.getSubject());
        return new Identity(person, Role.STUDENT, link.getClaimAsString("org"), person);
    }
}
