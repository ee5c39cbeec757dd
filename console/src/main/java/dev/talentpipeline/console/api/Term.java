package dev.talentpipeline.console.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A word that everybody shares: a skill, an occupation, a university, or a reason, whose id is then its code. */
public record Term(
        @Nullable String id,
        @Nullable String code,
        @Nullable String act,
        @JsonAlias("nameEn") @Nullable String en,
        @JsonAlias("nameZh") @Nullable String zh,
        @Nullable String family,
        @Nullable List<String> aliases,
        @Nullable String announced) {

    public String key() {
        return id != null ? id : code != null ? code : "";
    }

    /** In the language of the page. */
    public String shown(String language) {
        String word = "zh".equals(language) ? zh : en;
        return word == null ? key() : word;
    }

    /** Whether somebody who types this may mean it. */
    public boolean matches(String typed) {
        return distance(typed) >= 0;
    }

    /** Whether it is this by one of its names. */
    boolean isCalled(String typed) {
        return names().contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * How well it answers what somebody types, 0 best: what is called exactly so comes before what begins so, and its own names before other words
     * for it; negative: not at all.
     */
    int distance(String typed) {
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        List<String> names = names();
        List<String> own = own().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (own.contains(sought)) {
            return 0;
        }
        if (names.contains(sought)) {
            return 1;
        }
        if (own.stream().anyMatch(name -> name.startsWith(sought))) {
            return 2;
        }
        if (names.stream().anyMatch(name -> name.startsWith(sought))) {
            return 3;
        }
        return Arrays.stream(sought.split("[\\s-]+"))
                        .allMatch(word -> names.stream().anyMatch(name -> name.contains(word)))
                ? 4
                : -1;
    }

    private Stream<String> own() {
        return Stream.of(key(), en, zh).filter(Objects::nonNull);
    }

    private List<String> names() {
        Stream<String> others = aliases == null ? Stream.of() : aliases.stream();
        return Stream.concat(own(), others)
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
