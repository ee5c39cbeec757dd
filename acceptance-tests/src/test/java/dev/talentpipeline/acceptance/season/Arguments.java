package dev.talentpipeline.acceptance.season;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a call of the page says, as the methods of a client take it.
 *
 * @param path with its query
 * @param body JSON
 */
record Arguments(String path, String body, JsonMapper json) {

    /** Parts of paths that are words and no ids. */
    private static final Set<String> WORDS = Set.of("api", "v1");

    /** Which of the ids in the path; every other part of it is the name of a kind of things. */
    String id(int which) {
        List<String> parts =
                new ArrayList<>(Stream.of(URI.create(path).getPath().split("/"))
                        .filter(part -> !part.isEmpty() && !WORDS.contains(part))
                        .toList());
        return parts.get(which * 2 + 1);
    }

    @Nullable String query(String name) {
        String query = URI.create(path).getQuery();
        return query == null
                ? null
                : Stream.of(query.split("&"))
                        .filter(parameter -> parameter.startsWith(name + "="))
                        .map(parameter -> parameter.substring(name.length() + 1))
                        .findFirst()
                        .orElse(null);
    }

    <T> T body(Class<T> type) {
        return json.readValue(body, type);
    }

    /** An idempotency key of its own. */
    String key() {
        return UUID.randomUUID().toString();
    }
}
