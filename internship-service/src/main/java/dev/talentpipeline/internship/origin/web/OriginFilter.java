package dev.talentpipeline.internship.origin.web;

import dev.talentpipeline.internship.origin.Origin;
import dev.talentpipeline.kit.problem.Correlation;
import dev.talentpipeline.kit.tracing.TraceContexts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the correlation id and the trace context of a request at hand for the events that the request brings about. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class OriginFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlation = Objects.requireNonNullElseGet(
                Correlation.current(), () -> UUID.randomUUID().toString());
        try {
            new Origin(correlation, null, TraceContexts.current()).of(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
