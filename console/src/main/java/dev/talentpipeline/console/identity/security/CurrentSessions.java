package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.cover.Deputies;
import dev.talentpipeline.console.identity.security.SignedIn.Opening;
import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.Problems;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at what a session rests on with every request: an account that was deactivated, whose password changed, or whose
 * cover is over acts no longer from that moment on, whichever console of the database it happened on.
 *
 * <p>While the database does not answer, a session goes on as it was last known, so that an offer can still be answered;
 * nobody can be deactivated in that time either.
 */
@Component
final class CurrentSessions {

    private static final Logger log = LoggerFactory.getLogger(CurrentSessions.class);

    /** However busy a session is, its person signs in again after a working day. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** What is the same for everybody. */
    private static final List<String> FILES = List.of("/css/", "/js/", "/webjars/");

    private static final Duration NOT_ASKED_AFTER_FAULT = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Deputies deputies;
    private final OpeningSessions opening;
    private final Problems problems;
    private final Clock clock;
    private volatile Instant askedAgainFrom = Instant.MIN;

    CurrentSessions(Accounts accounts, Deputies deputies, OpeningSessions opening, Problems problems, Clock clock) {
        this.accounts = accounts;
        this.deputies = deputies;
        this.opening = opening;
        this.problems = problems;
        this.clock = clock;
    }

    /** To be put into a chain behind the reading of the session. */
    Filter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return CallerAuthorization.hasBearerToken(request)
                        || FILES.stream().anyMatch(request.getRequestURI()::startsWith);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (mayGoOn(request, response)) {
                    chain.doFilter(request, response);
                }
            }
        };
    }

    private boolean mayGoOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn signedIn)
                || signedIn.opening() == null) {
            return true;
        }
        Opening opened = signedIn.opening();
        Instant now = clock.instant();
        if (!now.isBefore(opened.at().plus(LONGEST)) || IdleSessions.isIdle(request, now)) {
            opening.close(request);
            return true;
        }
        String account = opened.account();
        if (account == null || now.isBefore(askedAgainFrom)) {
            return true;
        }
        try {
            return isCurrent(signedIn, account, opened, request, response);
        } catch (DataAccessException e) {
            askedAgainFrom = now.plus(NOT_ASKED_AFTER_FAULT);
            log.warn("Sessions go on as they were last known, because the database does not answer.", e);
            return true;
        }
    }

    private boolean isCurrent(
            SignedIn signedIn, String name, Opening opened, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Account> account =
                accounts.find(Kind.USER, name).filter(found -> found.active() && found.epoch() == opened.epoch());
        if (account.isEmpty()) {
            opening.close(request);
            return true;
        }
        Identity own = account.get().identity();
        UUID cover = opened.cover();
        Optional<Identity> current = cover == null ? Optional.of(own) : deputies.actingFor(name, cover);
        if (current.isEmpty()) {
            // What was meant to be done for the colleague must not be done as oneself.
            opening.open(signedIn.as(own), request, response);
            refuse(request, response);
            return false;
        }
        if (!current.get().equals(signedIn.identity())) {
            SignedIn changed = cover == null ? signedIn.as(own) : signedIn.actingAs(current.get(), cover);
            opening.refresh(changed, request, response);
        }
        return true;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(COVER_OVER, request, response);
        } else {
            response.sendRedirect("/account?coverOver");
        }
    }

    private static final Problem COVER_OVER = Problem.of(
                    403, "cover-not-current", "The cover by which this session acted for a colleague is over.")
            .remedy("The session speaks for its own account again. Repeat the call if that is what you mean.");
}
