package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps what a change says in {@code If-Match} at hand for whoever makes it. Weak tags match nothing, as the comparison is a strong one. */
@Component
@Order(90)
final class SeenVersionFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    SeenVersionFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.IF_MATCH) == null
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        List<ETag> tags = ETag.parse(header);
        if (tags.isEmpty()) {
            problems.write(malformed(header), request, response);
            return;
        }
        Set<String> seen =
                tags.stream().filter(tag -> !tag.weak()).map(ETag::tag).collect(Collectors.toSet());
        try {
            new SeenVersion(seen).of(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Problem malformed(String header) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "If-Match is malformed.")
                .field(HttpHeaders.IF_MATCH)
                .value(header)
                .remedy("Send the ETag of the answer before, with its quotation marks.");
    }
}
