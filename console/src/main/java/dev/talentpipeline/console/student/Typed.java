package dev.talentpipeline.console.student;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was typed into fields of a form that was refused, by the ids of the fields, for the page that is shown next. */
final class Typed {

    private final Map<String, String> values = new LinkedHashMap<>();

    Typed in(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
        return this;
    }

    void keptBy(RedirectAttributes result) {
        result.addFlashAttribute("typed", values);
    }
}
