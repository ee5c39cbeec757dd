package dev.talentpipeline.console.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A word of the catalogue: a skill, an occupation or a reason, whose id is then its code. */
public record Term(
        @Nullable String id,
        @Nullable String code,
        @Nullable String act,
        @Nullable String en,
        @Nullable String zh,
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
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        return contains(key(), sought)
                || contains(en, sought)
                || contains(zh, sought)
                || (aliases != null && aliases.stream().anyMatch(alias -> contains(alias, sought)));
    }

    private static boolean contains(@Nullable String text, String sought) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(sought);
    }
}
