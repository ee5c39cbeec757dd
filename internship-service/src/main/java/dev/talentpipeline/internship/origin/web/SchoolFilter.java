package dev.talentpipeline.internship.origin.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemWriter;
import dev.talentpipeline.kit.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Keeps whoever acts for one school of a university to what a school does: it decides on offers as the party it is, enters and changes its own
 * students, and asks them to claim their entries of the roll; which offers and students those are is for the use cases to say.
 * Everything else that changes something is for the whole university, and so is whatever is added and not named here. Runs after the security
 * filters and before everything that writes.
 */
@Component
@Order(60)
final class SchoolFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final List<Call> OF_A_SCHOOL = List.of(
            new Call("POST", "/api/v1/offers/decisions"),
            new Call("POST", "/api/v1/offers/{offer}/decisions"),
            new Call("PUT", "/api/v1/programmes/{programme}/students/{student}"),
            new Call("POST", "/api/v1/organisations/{organisation}/roll/claim-links"),
            new Call("POST", "/api/v1/organisations/{organisation}/roll/claim-reminders"),
            new Call("POST", "/api/v1/organisations/{organisation}/roll/{entry}/claim-links"));

    private final ProblemWriter problems;

    SchoolFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    private record Call(String method, PathPattern paths) {

        Call(String method, String paths) {
            this(method, PathPatternParser.defaultInstance.parse(paths));
        }

        boolean isThat(HttpServletRequest request) {
            return method.equals(request.getMethod())
                    && paths.matches(PathContainer.parsePath(request.getRequestURI()));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> school = Caller.current().map(Caller::school);
        if (school.isEmpty()
                || READING.contains(request.getMethod())
                || OF_A_SCHOOL.stream().anyMatch(call -> call.isThat(request))) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(refusal(school.get()), request, response);
    }

    private static Problem refusal(String school) {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "school (%s) endorses, refuses, enters and asks students of its own; the rest is for the university as a whole."
                                .formatted(school))
                .remedy("Have the career centre do this.");
    }
}
