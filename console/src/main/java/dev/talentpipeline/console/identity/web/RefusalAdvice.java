package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.RefusedException;
import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.Problems;
import dev.talentpipeline.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Refusals and unreadable calls as problems. */
@RestControllerAdvice(annotations = RestController.class)
final class RefusalAdvice {

    private static final String RETRY_AFTER_SECONDS = "2";

    private final Problems problems;

    RefusalAdvice(Problems problems) {
        this.problems = problems;
    }

    static int status(Refusal refusal) {
        return switch (refusal.reason().kind()) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_MANY -> 429;
        };
    }

    static Problem problem(Refusal refusal) {
        Map<String, Object> facts = new TreeMap<>();
        if (refusal.field() != null) {
            facts.put("field", refusal.field());
        }
        if (refusal.value() != null) {
            facts.put("value", refusal.value());
        }
        if (refusal.remedy() != null) {
            facts.put("remedy", refusal.remedy());
        }
        return new Problem(status(refusal), refusal.reason().type(), refusal.detail(), facts);
    }

    @ExceptionHandler
    void refused(RefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(problem(refused.refusal()), request, response);
    }

    /** What the checks of queries and files refuse. */
    @ExceptionHandler
    void refused(ProblemException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = refused.problem();
        problems.write(
                new Problem(problem.status().value(), problem.type(), problem.detail(), problem.extensions()),
                request,
                response);
    }

    @ExceptionHandler
    void malformedBody(HttpMessageNotReadableException fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String field = fault.getCause() instanceof MismatchedInputException mismatch ? path(mismatch) : "";
        Problem problem = Problem.of(400, "malformed-body", "The body is not the JSON object that is asked for.");
        problems.write(
                field.isEmpty()
                        ? problem.remedy("Send a JSON object with the fields that /swagger-ui.html lists.")
                        : problem.with("field", field)
                                .remedy("Leave the field out or give it a value of the form that is asked for."),
                request,
                response);
    }

    @ExceptionHandler
    void malformedParameter(
            MethodArgumentTypeMismatchException fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problem.of(
                        400, "malformed-parameter", "The parameter does not have the form that is asked for.")
                .with("field", fault.getName())
                .with("value", Objects.toString(fault.getValue()))
                .remedy("Send it in the form that /swagger-ui.html tells.");
        problems.write(problem, request, response);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    void unavailable(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        Problem problem = Problem.of(
                        503, "temporarily-unavailable", "The console cannot reach its database; nothing was changed.")
                .remedy("Send the request again in a moment.");
        problems.write(problem, request, response);
    }

    private static String path(MismatchedInputException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : mismatch.getPath()) {
            if (reference.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
