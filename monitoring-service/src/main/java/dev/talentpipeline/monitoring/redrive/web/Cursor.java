package dev.talentpipeline.monitoring.redrive.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A place in a list as callers carry it: opaque to them. */
record Cursor<I>(Instant at, I id) {

    static final int MOST = 200;

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "/" + id).getBytes(UTF_8));
    }

    static <I> @Nullable Cursor<I> parse(@Nullable String cursor, Function<String, I> id) {
        if (cursor == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int slash = plain.indexOf('/');
            return new Cursor<>(Instant.parse(plain.substring(0, slash)), id.apply(plain.substring(slash + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw (ProblemException) malformed(
                            "cursor", cursor, "Send the \"next\" of the page before, or no cursor for the first page.")
                    .initCause(e);
        }
    }

    static void requireInRange(int limit) {
        if (limit < 1 || limit > MOST) {
            throw malformed("limit", limit, "Ask for 1 to %d and follow \"next\".".formatted(MOST));
        }
    }

    private static ProblemException malformed(String field, Object value, String remedy) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "A parameter is not what it must be.")
                .field(field)
                .value(value)
                .remedy(remedy)
                .asException();
    }
}
