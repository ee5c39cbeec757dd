package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.Together;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ui.Model;

/** The parts of a page, asked for at the same time. */
final class Parts {

    private final Map<String, Supplier<?>> parts = new LinkedHashMap<>();

    /** One more, by the name that the template knows it by. */
    Parts with(String name, Supplier<?> part) {
        parts.put(name, part);
        return this;
    }

    void into(Model model) {
        List<Map.Entry<String, Supplier<?>>> asked = List.copyOf(parts.entrySet());
        List<?> values = Together.each(asked, part -> part.getValue().get());
        for (int i = 0; i < asked.size(); i++) {
            model.addAttribute(asked.get(i).getKey(), values.get(i));
        }
    }
}
