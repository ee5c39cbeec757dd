package dev.talentpipeline.console.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and closes sessions where no form of Spring Security does. */
@Component
public final class OpeningSessions {

    private final SecurityContextRepository sessions;

    OpeningSessions(SecurityContextRepository sessions) {
        this.sessions = sessions;
    }

    /** A new session; one that was there before may be known to somebody else, and ends. */
    public void open(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        close(request);
        refresh(signedIn, request, response);
    }

    /** The same session, whose person is now known to be somewhat different. */
    void refresh(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn.authentication());
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    public void close(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
    }
}
