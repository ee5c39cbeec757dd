package dev.talentpipeline.console.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A path of the API, encoded: whatever an id holds, it stays one segment or one value. */
public record ApiPath(String encoded) {

    public static ApiPath of(String... segments) {
        return new ApiPath(
                Arrays.stream(segments).map(ApiPath::encode).collect(Collectors.joining("/", "/api/v1/", "")));
    }

    /** This path with the parameters of one page of a list. */
    public ApiPath page(int limit, @Nullable String cursor) {
        return with("limit", limit).with("cursor", cursor);
    }

    /** This path with one more query parameter; itself if there is no value. */
    public ApiPath with(String parameter, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        String separator = encoded.contains("?") ? "&" : "?";
        return new ApiPath(encoded + separator + parameter + "=" + encode(value.toString()));
    }

    private static String encode(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
