package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.student.PreferredInternships;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts for openings of a programme: by id, by {@code company:reference}, or by a reference that only one company uses. What cannot be seen by
 * everybody in the programme has no name.
 */
final class OpeningNames {

    /** For rows that name none. */
    static final OpeningNames NONE = new OpeningNames(List.of());

    private final Set<UUID> ids = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    OpeningNames(List<PreferredInternships.Listed> openings) {
        for (PreferredInternships.Listed opening : openings) {
            ids.add(opening.id());
            if (!opening.hidden()) {
                String id = opening.id().toString();
                names.put(opening.company() + ":" + opening.reference(), id);
                if (names.putIfAbsent(opening.reference(), id) != null) {
                    ambiguous.add(opening.reference());
                }
            }
        }
        names.keySet().removeAll(ambiguous);
    }

    /** The id of the opening that the text names; null: none, or more than one. */
    @Nullable String id(String text) {
        UUID id = Violations.id(text);
        return id == null ? names.get(text) : ids.contains(id) ? id.toString() : null;
    }

    /** What to write instead of a text that names none. */
    String remedy(String text) {
        return ambiguous.contains(text)
                ? "Write the company before it, as in acme-ai:%s: several companies use this reference.".formatted(text)
                : "Give an opening of this programme by its id, its company and reference as in acme-ai:ML-7, or its reference.";
    }
}
