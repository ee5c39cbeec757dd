package dev.talentpipeline.console.api;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after it; null on the last one
 */
public record Listing<T>(List<T> items, @Nullable String next) {

    /** An answer without items is none that can be read. */
    public Listing {
        Objects.requireNonNull(items, "items");
    }

    public <R> Listing<R> with(Function<List<T>, List<R>> mapping) {
        return new Listing<>(mapping.apply(items), next);
    }
}
