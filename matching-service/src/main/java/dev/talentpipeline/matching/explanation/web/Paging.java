package dev.talentpipeline.matching.explanation.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which part of a list is asked for. The cursor holds how much was given already: lists are in the order of a ranking, which has no id to go
 * on from.
 */
record Paging(int skip, int limit) {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    static Paging of(@Nullable String cursor, @Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "limit must be from 1 to " + MOST + ".")
                    .field("limit")
                    .value(limit)
                    .remedy("Send a number from 1 to " + MOST + ", or none.")
                    .asException();
        }
        return new Paging(cursor == null || cursor.isEmpty() ? 0 : decode(cursor), limit == null ? USUAL : limit);
    }

    private static int decode(String cursor) {
        try {
            int skip = Integer.parseInt(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            if (skip > 0) {
                return skip;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the same words as a cursor that decodes to nonsense.
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "cursor must be the next of the page before.")
                .field("cursor")
                .value(cursor)
                .remedy("Give the value of next of the page before.")
                .asException();
    }

    /** Makes the page out of what was found, of which one more than the limit was asked for. */
    <T, R> Answers.Page<R> page(List<T> found, Function<T, R> rendering) {
        String next = found.size() > limit
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.valueOf(skip + limit).getBytes(UTF_8))
                : null;
        return new Answers.Page<>(found.stream().limit(limit).map(rendering).toList(), next);
    }

    /** One more than the limit, to see whether the list goes on. */
    int probe() {
        return limit + 1;
    }
}
