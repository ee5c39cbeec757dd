package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.Cohorts.Search;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The address of a list with what narrows it, for the links between its pages. */
public record Addresses(String first) {

    public static Addresses of(String path, String programme) {
        return new Addresses(path).with("programme", programme);
    }

    public static Addresses of(String path, String programme, Search search) {
        return of(path, programme)
                .with("name", search.name())
                .with("number", search.number())
                .with("state", search.state())
                .with("standing", search.standing())
                .with("consent", search.consent())
                .with("school", search.school())
                .with("major", search.major())
                .with("degree", search.degree())
                .with("skill", search.skill());
    }

    /** What is below it. */
    public Addresses under(String segment) {
        return new Addresses(first + "/" + UriUtils.encode(segment, StandardCharsets.UTF_8));
    }

    /** The same with one more parameter; itself if there is no value. */
    public Addresses with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        String separator = first.contains("?") ? "&" : "?";
        return new Addresses(
                first + separator + name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
    }

    /** The page that begins at the cursor; null if there is none. */
    public @Nullable String at(@Nullable String cursor) {
        return cursor == null ? null : with("cursor", cursor).first();
    }
}
