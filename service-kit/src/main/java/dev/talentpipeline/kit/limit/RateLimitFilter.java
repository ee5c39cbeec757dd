package dev.talentpipeline.kit.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what is over a limit before anything is done for it. Stands behind the check of tokens; probes and metrics are never held back. */
public final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Supplier<? extends Optional<?>> account;

    /** @param account whose request the thread works on */
    public RateLimitFilter(RateLimits limits, Supplier<? extends Optional<?>> account) {
        this.limits = limits;
        this.account = account;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.admit(account.get(), request, response)) {
            chain.doFilter(request, response);
        }
    }
}
