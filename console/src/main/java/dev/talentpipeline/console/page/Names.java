package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.CohortOpenings;
import dev.talentpipeline.console.api.Cohorts;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What openings are called, and, for their university alone, students: two calls for a page of what is about them. */
@Component
public final class Names {

    private final CohortOpenings openings;
    private final Cohorts cohorts;

    Names(CohortOpenings openings, Cohorts cohorts) {
        this.openings = openings;
        this.cohorts = cohorts;
    }

    /** Puts them into the model, as titles and students by id. */
    public <T> void addTo(
            Identity caller,
            String programme,
            List<T> items,
            Function<T, @Nullable String> internship,
            Function<T, @Nullable String> student,
            Model model) {
        model.addAttribute(
                "titles",
                openings.named(caller, programme, ids(items, internship)).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().shownTitle())));
        model.addAttribute(
                "students",
                caller.role() == Role.UNIVERSITY ? cohorts.named(caller, programme, ids(items, student)) : Map.of());
    }

    private static <T> List<String> ids(List<T> items, Function<T, @Nullable String> id) {
        return items.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }
}
