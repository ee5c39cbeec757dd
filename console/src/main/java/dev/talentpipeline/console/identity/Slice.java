package dev.talentpipeline.console.identity;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and where the next one begins.
 *
 * @param next null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Cuts what was read with one item more than asked for. */
    public static <T> Slice<T> cut(List<T> read, int limit, Function<T, String> position) {
        if (read.size() <= limit) {
            return new Slice<>(List.copyOf(read), null);
        }
        List<T> items = List.copyOf(read.subList(0, limit));
        return new Slice<>(items, position.apply(items.getLast()));
    }

    public <R> Slice<R> map(Function<T, R> rendering) {
        return new Slice<>(items.stream().map(rendering).toList(), next);
    }
}
