package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person, or a desk, was told.
 *
 * @param programme id of the one that it is of; null: it is of none
 * @param student id in that programme of whom a desk is told; null: it is about nobody
 */
public record Notice(
        String id,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String programme,
        @Nullable String student,
        @Nullable String title,
        @Nullable String text,
        @Nullable Instant createdAt,
        @Nullable Instant readAt) {

    /** Of the shape that an organisation's id has. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");

    /**
     * With companies called by their names: who writes notices knows only their ids.
     *
     * @param companies by their ids
     */
    public Notice naming(Map<String, Organisation> companies, String language) {
        return new Notice(
                id,
                kind,
                subject,
                programme,
                student,
                named(title, companies, language),
                named(text, companies, language),
                createdAt,
                readAt);
    }

    private static @Nullable String named(
            @Nullable String words, Map<String, Organisation> companies, String language) {
        return words == null
                ? null
                : WORD.matcher(words).replaceAll(word -> {
                    Organisation company = companies.get(word.group());
                    return Matcher.quoteReplacement(company == null ? word.group() : company.shownName(language));
                });
    }

    public boolean isUnread() {
        return readAt == null;
    }

    /** Its text by paragraphs, each of its lines. */
    public List<List<String>> paragraphs() {
        return text == null
                ? List.of()
                : List.of(text.split("\\n\\s*\\n")).stream()
                        .map(paragraph -> paragraph.lines().toList())
                        .toList();
    }
}
