package dev.talentpipeline.internship.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where something stands in a list in the order of what is due first, and of ids where that is the same. A page of such a list goes on after one. */
public record DuePlace(Instant due, UUID id) {

    /** No other years than databases know. */
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{4}-\\S+Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public String text() {
        return due + " " + id;
    }

    /** The place with this text; null if there is none. */
    public static @Nullable DuePlace of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return new DuePlace(Instant.parse(parts.group(1)), UUID.fromString(parts.group(2)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
