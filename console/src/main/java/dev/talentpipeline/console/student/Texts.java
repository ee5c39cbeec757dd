package dev.talentpipeline.console.student;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed, as the API takes it: what was left empty is left out. */
final class Texts {

    private Texts() {}

    static void put(Map<String, ? super String> body, String field, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            body.put(field, typed.strip());
        }
    }

    /** A whole number; the text itself if it is none, for the service to refuse. */
    static Object number(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            return typed;
        }
    }
}
