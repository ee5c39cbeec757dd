package dev.talentpipeline.console.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What an API call says for itself towards the services: the bearer token it came with, or one minted for its session. A call
 * with a bearer token is that token's call, whatever session its browser also has.
 */
@Component
public final class CallerAuthorization {

    private static final String BEARER = "Bearer ";

    private final SessionTokens sessionTokens;

    CallerAuthorization(SessionTokens sessionTokens) {
        this.sessionTokens = sessionTokens;
    }

    /** The value of the `Authorization` header to send on. */
    public Optional<String> of(HttpServletRequest request) {
        if (hasBearerToken(request)) {
            return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(BEARER + sessionTokens.bearerTokenOf(signedIn.identity()))
                : Optional.empty();
    }

    static boolean hasBearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }
}
