package dev.talentpipeline.internship.resource.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.DuePlace;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.listing.Listed;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list as it is answered: the items, and the cursor to ask for the next ones with, null at the end. */
public record Listing<T>(List<T> items, @Nullable String next) implements Listed<T> {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    /** Whatever it matches is a {@code long}. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    public static <T, R> Listing<R> of(Page<T> page, Function<T, R> rendering) {
        String next = page.next();
        return new Listing<>(
                page.items().stream().map(rendering).toList(),
                next == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(UTF_8)));
    }

    /** What the query parameters {@code cursor} and {@code limit} ask for, in a list whose ids are texts. */
    public static Page.Request byText(Violations violations, @Nullable String cursor, @Nullable Integer limit) {
        return request(violations, cursor, limit, after -> true);
    }

    /** What the query parameters {@code cursor} and {@code limit} ask for, in a list whose ids are UUIDs. */
    public static Page.Request byId(Violations violations, @Nullable String cursor, @Nullable Integer limit) {
        return request(violations, cursor, limit, after -> Violations.id(after) != null);
    }

    /** What the query parameters {@code cursor} and {@code limit} ask for, in a list of what is due. */
    public static Page.Request byDue(Violations violations, @Nullable String cursor, @Nullable Integer limit) {
        return request(violations, cursor, limit, after -> DuePlace.of(after) != null);
    }

    /** What the query parameters {@code cursor} and {@code limit} ask for, in a list whose ids are whole numbers. */
    public static Page.Request byNumber(Violations violations, @Nullable String cursor, @Nullable Integer limit) {
        return request(violations, cursor, limit, after -> NUMBER.matcher(after).matches());
    }

    private static Page.Request request(
            Violations violations, @Nullable String cursor, @Nullable Integer limit, Predicate<String> shape) {
        int most = violations.within("limit", limit, 1, MOST, USUAL);
        if (cursor == null || cursor.isEmpty()) {
            return new Page.Request(null, most);
        }
        try {
            String after = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (shape.test(after) && after.indexOf(0) < 0) {
                return new Page.Request(after, most);
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the same words as a cursor of another list.
        }
        violations.add("cursor", cursor, "Give the value of next of the page before.");
        return new Page.Request(null, most);
    }
}
