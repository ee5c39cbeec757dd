package dev.talentpipeline.internship.refusal.web;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Refusal.Conflict;
import dev.talentpipeline.internship.refusal.Refusal.Forbidden;
import dev.talentpipeline.internship.refusal.Refusal.Invalid;
import dev.talentpipeline.internship.refusal.Refusal.NotFound;
import dev.talentpipeline.internship.refusal.Refusal.Outdated;
import dev.talentpipeline.internship.refusal.Refusal.TooOften;
import dev.talentpipeline.internship.refusal.Refusal.Unprocessable;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import dev.talentpipeline.kit.problem.Problem;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Refusals as problem details. */
public final class Problems {

    /** When it is worth trying again; also told as the header {@code Retry-After}. */
    static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    private Problems() {}

    /** The refusal as the API gives it. */
    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Invalid invalid -> invalid(invalid);
            // The same words whether it is unknown or another organisation's.
            case NotFound(String what, String id) ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no %s (%s) here.".formatted(what, id))
                        .remedy("Look for it in the list that it stands in: it may be another one, or not yours.");
            case Forbidden(String detail) -> Problem.of(HttpStatus.FORBIDDEN, "forbidden", detail);
            case Conflict(String type, String detail, var facts) ->
                with(Problem.of(HttpStatus.CONFLICT, type, detail), facts);
            case Unprocessable unprocessable -> unprocessable(unprocessable);
            case Outdated(String detail, String remedy, var facts) ->
                with(
                        Problem.of(HttpStatus.PRECONDITION_FAILED, "version-changed", detail)
                                .remedy(remedy),
                        facts);
            case TooOften(String type, String detail, Duration after) ->
                Problem.of(HttpStatus.TOO_MANY_REQUESTS, type, detail)
                        .remedy("Wait, and try again then.")
                        .with(RETRY_AFTER_SECONDS, after.toSeconds() + 1);
        };
    }

    /** The first violation stands at the top as well, so that a simple client finds field, value and remedy in one place. */
    private static Problem invalid(Invalid invalid) {
        Violation first = invalid.violations().getFirst();
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-fields",
                        "Some fields are not what they must be (%d)."
                                .formatted(invalid.violations().size()))
                .field(first.field())
                .value(first.value())
                .remedy(first.remedy())
                .with("errors", invalid.violations());
    }

    private static Problem unprocessable(Unprocessable refusal) {
        Problem problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, refusal.type(), refusal.detail());
        String field = refusal.field();
        if (field != null) {
            problem = problem.field(field).value(refusal.value());
        }
        String remedy = refusal.remedy();
        if (remedy != null) {
            problem = problem.remedy(remedy);
        }
        return with(problem, refusal.facts());
    }

    private static Problem with(Problem problem, Map<String, Object> facts) {
        for (var fact : facts.entrySet()) {
            problem = problem.with(fact.getKey(), fact.getValue());
        }
        return problem;
    }
}
