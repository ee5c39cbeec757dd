package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.PostedOpening;
import dev.talentpipeline.console.api.PostedOpenings;
import dev.talentpipeline.console.identity.Identity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the company's openings are called where only their ids are told: those of one title are told apart by their references. */
@Component
final class OpeningTitles {

    private static final Comparator<PostedOpening> BY_TITLE = Comparator.comparing(PostedOpening::shownTitle)
            .thenComparing(opening -> Objects.requireNonNullElse(opening.reference(), ""));

    private final PostedOpenings openings;

    OpeningTitles(PostedOpenings openings) {
        this.openings = openings;
    }

    /** The titles of all that are meant; those that are not known yet are asked for at once. */
    Map<String, String> of(
            Identity caller, String programme, List<PostedOpening> known, Stream<? extends @Nullable String> meant) {
        Map<String, PostedOpening> named = byId(known);
        if (meant.filter(Objects::nonNull).anyMatch(id -> !named.containsKey(id))) {
            named.putAll(byId(own(caller, programme)));
        }
        return titles(named.values());
    }

    /** The titles of all, in their order. */
    Map<String, String> all(Identity caller, String programme) {
        return titles(own(caller, programme));
    }

    private List<PostedOpening> own(Identity caller, String programme) {
        Listing<PostedOpening> all = openings.titles(caller, programme).valueOrNull();
        return all == null ? List.of() : all.items();
    }

    private static Map<String, PostedOpening> byId(Collection<PostedOpening> openings) {
        Map<String, PostedOpening> byId = new LinkedHashMap<>();
        openings.forEach(opening -> byId.put(opening.id(), opening));
        return byId;
    }

    /** By id, in the order of the titles. */
    static Map<String, String> titles(Collection<PostedOpening> openings) {
        Map<String, Long> bearers =
                openings.stream().collect(Collectors.groupingBy(PostedOpening::shownTitle, Collectors.counting()));
        Map<String, String> titles = new LinkedHashMap<>();
        openings.stream().sorted(BY_TITLE).forEach(opening -> {
            String title = opening.shownTitle();
            boolean told = opening.reference() != null && bearers.getOrDefault(title, 1L) > 1;
            titles.put(opening.id(), told ? title + " · " + opening.reference() : title);
        });
        return titles;
    }
}
