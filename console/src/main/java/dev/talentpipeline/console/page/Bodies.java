package dev.talentpipeline.console.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What forms send, as the API wants it: what was left empty is left out. */
public final class Bodies {

    private Bodies() {}

    /** A form with nothing in it but the key of its one deed. */
    public static Form keyed() {
        return Form.of(keyed(new LinkedMultiValueMap<>()));
    }

    /** These values with a key for one more deed. */
    public static MultiValueMap<String, String> keyed(MultiValueMap<String, String> typed) {
        typed.set("key", UUID.randomUUID().toString());
        return typed;
    }

    /** What was typed into a field; null if nothing was. */
    public static @Nullable String text(MultiValueMap<String, String> typed, String field) {
        String text = typed.getFirst(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A whole number; the text itself if it is none, for the service to refuse. */
    public static Object number(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return text;
        }
    }

    public static void put(Map<String, ? super String> body, String field, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            body.put(field, typed.strip());
        }
    }

    /** The fields that were filled in. */
    public static Map<String, Object> of(MultiValueMap<String, String> typed, String... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : fields) {
            put(body, field, typed.getFirst(field));
        }
        return body;
    }

    /** Those that are numbers. */
    public static void addNumbers(Map<String, Object> body, MultiValueMap<String, String> typed, String... fields) {
        of(typed, fields).forEach((field, text) -> body.put(field, number(text.toString())));
    }
}
