package dev.talentpipeline.kit.tracing;

import dev.talentpipeline.kit.problem.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Traces requests: goes on with the trace that the caller names, or begins one. Told are the method, the route as it stands in the code, and the status; never the path or the
 * query, in which people write numbers and names.
 */
final class TracingFilter extends OncePerRequestFilter {

    private static final Pattern NOBODYS_WORK = Pattern.compile("/(actuator|css|js|webjars)/.*|/favicon.*");
    private static final int FAULTS_FROM = 500;

    private final Tracing tracing;

    TracingFilter(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return NOBODYS_WORK.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Step step = tracing.serve(request.getMethod(), request.getHeader(TraceContexts.HEADER))
                .here()) {
            request.setAttribute(Correlation.TRACE_ATTRIBUTE, TraceContexts.currentTraceId());
            step.with("http.request.method", request.getMethod());
            String correlation = Correlation.current();
            if (correlation != null) {
                step.with("talentpipeline.correlation_id", correlation);
            }
            try {
                chain.doFilter(request, response);
                answered(step, response.getStatus());
            } catch (ServletException | IOException | RuntimeException e) {
                step.failed(e.getClass().getName());
                throw e;
            } finally {
                if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
                    step.name(request.getMethod() + " " + route);
                    step.with("http.route", route);
                }
            }
        }
    }

    private static void answered(Step step, int status) {
        step.with("http.response.status_code", status);
        if (status >= FAULTS_FROM) {
            step.failed(Integer.toString(status));
        }
    }
}
