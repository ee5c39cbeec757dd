package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.kit.listing.Listed;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list as it is answered. */
record Listing<T>(List<T> items, @Nullable String next) implements Listed<T> {

    static <R, T> Listing<T> of(Slice<R> slice, Function<R, T> answer) {
        return new Listing<>(slice.items().stream().map(answer).toList(), slice.next());
    }
}
