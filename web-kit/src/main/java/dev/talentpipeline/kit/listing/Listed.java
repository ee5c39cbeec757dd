package dev.talentpipeline.kit.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is answered. A {@code GET} that answers one takes the parameter {@code fields} without knowing of it, see {@link QueryCheck}.
 *
 * @param <T> one of its items as JSON shows it
 */
public interface Listed<T> {

    List<T> items();

    /** The cursor to ask for the next items with; null at the end. */
    @Nullable String next();
}
