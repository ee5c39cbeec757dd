package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What lists are asked for. */
final class Limits {

    private static final int MOST = 200;

    private Limits() {}

    static void requireInRange(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "A page has 1 to %d items.".formatted(MOST))
                    .field("limit")
                    .value(limit)
                    .remedy("Ask for fewer and follow \"next\".")
                    .asException();
        }
    }

    static ProblemException foreignCursor(String cursor, @Nullable Exception cause) {
        ProblemException problem = Problem.of(
                        HttpStatus.BAD_REQUEST, "malformed-parameter", "The cursor was not made here.")
                .field("cursor")
                .value(cursor)
                .remedy("Send the \"next\" of the page before, or no cursor for the first page.")
                .asException();
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }
}
