package dev.talentpipeline.internship.refusal.web;

import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Renders refusals as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalAdvice {

    private final ProblemWriter problems;

    RefusalAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(RefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problems.of(refused.refusal());
        Object wait = problem.extensions().get(Problems.RETRY_AFTER_SECONDS);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        problems.write(problem, request, response);
    }
}
