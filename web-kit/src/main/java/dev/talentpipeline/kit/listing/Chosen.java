package dev.talentpipeline.kit.listing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields a request wants of each item of a list.
 *
 * @param names of fields that the items have, in the order in which they were asked for
 */
public record Chosen(List<String> names) {

    private static final String ATTRIBUTE = Chosen.class.getName();

    public Chosen {
        names = List.copyOf(new LinkedHashSet<>(names));
    }

    Set<String> set() {
        return Set.copyOf(names);
    }

    void of(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Null where all fields are wanted. */
    public static @Nullable Chosen by(HttpServletRequest request) {
        return (Chosen) request.getAttribute(ATTRIBUTE);
    }
}
