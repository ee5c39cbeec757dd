package dev.talentpipeline.console.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Whose person has done nothing for as long as the idle time-out says. The container counts every request; but a page that is open asks by
 * itself, for as long as it is open, and that is nothing that its person does.
 */
final class IdleSessions {

    /** Sent with what a page asks for because something changed, not because somebody did something. */
    static final String BY_ITSELF = "X-By-Itself";

    private static final String STREAMS = "/live/";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String ACTED_AT = IdleSessions.class.getName() + ".actedAt";

    private IdleSessions() {}

    /** Whether the request's session has been idle for too long; otherwise the request counts, if its person made it. */
    static boolean isIdle(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        Duration longest = Duration.ofSeconds(session.getMaxInactiveInterval());
        if (longest.isPositive()
                && session.getAttribute(ACTED_AT) instanceof Instant actedAt
                && !now.isBefore(actedAt.plus(longest))) {
            return true;
        }
        if (!isByItself(request) || session.getAttribute(ACTED_AT) == null) {
            session.setAttribute(ACTED_AT, now);
        }
        return false;
    }

    private static boolean isByItself(HttpServletRequest request) {
        return request.getRequestURI().startsWith(STREAMS)
                || (READING.contains(request.getMethod()) && request.getHeader(BY_ITSELF) != null);
    }
}
