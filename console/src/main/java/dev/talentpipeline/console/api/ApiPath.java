package dev.talentpipeline.console.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A path of the API, encoded: whatever an id holds, it stays one segment or one value. */
record ApiPath(String encoded) {

    static ApiPath of(String... segments) {
        return new ApiPath(
                Arrays.stream(segments).map(ApiPath::encode).collect(Collectors.joining("/", "/api/v1/", "")));
    }

    /** This path with one more query parameter; itself if there is no value. */
    ApiPath with(String parameter, @Nullable Object value) {
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
