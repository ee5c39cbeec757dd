package dev.talentpipeline.kit.security;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls, as the checked token says.
 *
 * @param subject the client or user that signed in
 * @param roles what the caller acts as
 * @param org the organisation it belongs to; null only for tokens that name none
 * @param person the person, for tokens of one person
 * @param school the school of the university that it acts for; null: for the whole university, and for every other role
 * @param actor the account that acts with the subject's rights (RFC 8693, claim {@code act}), such as a colleague who covers for them;
 *     null where the subject acts itself
 */
public record Caller(
        String subject,
        Set<Role> roles,
        @Nullable String org,
        @Nullable String person,
        @Nullable String school,
        @Nullable String actor) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller acts in the role for the organisation. */
    public boolean is(Role role, String organisation) {
        return is(role) && organisation.equals(org);
    }

    /** Who calls in the request that this thread works on; empty where nobody is signed in. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken signedIn
                ? Optional.of(from(signedIn.getToken()))
                : Optional.empty();
    }

    /** Until when the token of the request that this thread works on holds; empty where nobody is signed in. */
    public static Optional<Instant> currentUntil() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken signedIn
                ? Optional.ofNullable(signedIn.getToken().getExpiresAt())
                : Optional.empty();
    }

    static Caller from(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> named = token.getClaimAsStringList("roles");
        if (named != null) {
            for (Role role : Role.values()) {
                if (named.contains(role.name())) {
                    roles.add(role);
                }
            }
        }
        String subject = Objects.requireNonNull(token.getSubject(), "a token without a subject passed the checks");
        return new Caller(
                subject,
                Set.copyOf(roles),
                token.getClaimAsString("org"),
                token.getClaimAsString("person"),
                roles.contains(Role.UNIVERSITY) ? token.getClaimAsString("school") : null,
                actor(token));
    }

    private static @Nullable String actor(Jwt token) {
        Map<String, Object> act = token.getClaimAsMap("act");
        return act == null ? null : Objects.toString(act.get("sub"), null);
    }
}
