package dev.talentpipeline.internship.resource;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list in the order of its ids, or of another text that is each one's own.
 *
 * @param next id after which the list goes on; null at its end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Which part is asked for: at most so many after this id, from the start if null. */
    public record Request(@Nullable String after, int limit) {}

    /** The page made of rows of which one more than the limit was read, to see whether the list goes on. */
    public static <T> Page<T> of(List<T> rows, Request request, Function<T, String> id) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, id.apply(items.getLast()));
    }
}
