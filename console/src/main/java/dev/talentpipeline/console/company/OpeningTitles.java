package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.PostedOpening;
import dev.talentpipeline.console.api.PostedOpenings;
import dev.talentpipeline.console.identity.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the company's openings are called, where only their ids are told. */
@Component
final class OpeningTitles {

    private final PostedOpenings openings;

    OpeningTitles(PostedOpenings openings) {
        this.openings = openings;
    }

    /** The titles of all that are meant; those that are not known yet are asked for at once. */
    Map<String, String> of(
            Identity caller, String programme, List<PostedOpening> known, Stream<? extends @Nullable String> meant) {
        Map<String, String> titles = new HashMap<>();
        known.forEach(opening -> titles.put(opening.id(), opening.shownTitle()));
        if (meant.filter(Objects::nonNull).anyMatch(id -> !titles.containsKey(id))) {
            Listing<PostedOpening> all = openings.titles(caller, programme).valueOrNull();
            if (all != null) {
                all.items().forEach(opening -> titles.put(opening.id(), opening.shownTitle()));
            }
        }
        return titles;
    }

    /** The titles of all. */
    Map<String, String> all(Identity caller, String programme) {
        Map<String, String> titles = new HashMap<>();
        Listing<PostedOpening> all = openings.titles(caller, programme).valueOrNull();
        if (all != null) {
            all.items().forEach(opening -> titles.put(opening.id(), opening.shownTitle()));
        }
        return titles;
    }
}
