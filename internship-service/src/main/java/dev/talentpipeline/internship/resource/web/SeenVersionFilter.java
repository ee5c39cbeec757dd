package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.problem.ProblemWriter;
import dev.talentpipeline.kit.version.SeenTags;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps what a change says in {@code If-Match}, or by {@code If-None-Match: *}, at hand for whoever makes it. */
@Component
@Order(90)
final class SeenVersionFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    SeenVersionFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return (request.getHeader(HttpHeaders.IF_MATCH) == null && request.getHeader(HttpHeaders.IF_NONE_MATCH) == null)
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SeenVersion seen;
        try {
            seen = seen(request.getHeader(HttpHeaders.IF_MATCH), request.getHeader(HttpHeaders.IF_NONE_MATCH));
        } catch (ProblemException malformed) {
            problems.write(malformed.problem(), request, response);
            return;
        }
        try {
            seen.of(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** What a change says of both headers; one of them is there. */
    private static SeenVersion seen(@Nullable String match, @Nullable String noneMatch) {
        if (noneMatch == null && match != null) {
            return new SeenVersion(SeenTags.in(match));
        }
        if (match != null || !SeenVersion.ANY.equals(noneMatch)) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "If-None-Match is malformed.")
                    .field(HttpHeaders.IF_NONE_MATCH)
                    .value(noneMatch)
                    .remedy("Send * without If-Match, or leave it out.")
                    .asException();
        }
        return SeenVersion.NOTHING;
    }
}
