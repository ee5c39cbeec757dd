package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a person was told. */
public record Notice(
        String id,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String title,
        @Nullable String text,
        @Nullable Instant createdAt) {

    /** Its text by paragraphs, each of its lines. */
    public List<List<String>> paragraphs() {
        return text == null
                ? List.of()
                : List.of(text.split("\\n\\s*\\n")).stream()
                        .map(paragraph -> paragraph.lines().toList())
                        .toList();
    }
}
