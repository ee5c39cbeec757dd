package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of ids, in order of preference or not. */
public final class IdLists {

    private static final int MOST = 1_000;

    private IdLists() {}

    /** The ids; a text that is none names nothing, here or anywhere. */
    public static List<UUID> read(Violations violations, String field, @Nullable List<@Nullable String> values) {
        return violations.texts(field, values, MOST, 64).stream()
                .filter(text -> !text.isEmpty())
                .map(text -> id(field, text))
                .toList();
    }

    private static UUID id(String field, String text) {
        UUID id = Violations.id(text);
        if (id == null) {
            throw new Refusal.Unprocessable(
                            "not-in-programme",
                            "%s must name what is in the programme, by its id.".formatted(field),
                            field,
                            text,
                            "Use an id as the programme's lists give it, or leave it out.",
                            Map.of())
                    .asException();
        }
        return id;
    }
}
