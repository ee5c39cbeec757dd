package dev.talentpipeline.internship.refusal;

import dev.talentpipeline.internship.refusal.Refusal.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request and collects everything that is wrong with them, so that a caller learns of all faults at once. After a
 * fault a reader goes on with a harmless stand-in; {@link #refuseIfAny()} must be called before the values are used. Not for sharing
 * between threads.
 */
public final class Violations {

    /** Country and subdivision as in ISO 3166-2: two letters, a hyphen, one to three letters or digits. */
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    /** What ISO 3166-2 divides China into. Of other countries only the shape of a code is known here. */
    private static final Set<String> IN_CHINA = Set.of(
            "AH", "BJ", "CQ", "FJ", "GD", "GS", "GX", "GZ", "HA", "HB", "HE", "HI", "HK", "HL", "HN", "JL", "JS", "JX",
            "LN", "MO", "NM", "NX", "QH", "SC", "SD", "SH", "SN", "SX", "TJ", "TW", "XJ", "XZ", "YN", "ZJ");

    private static final String CHINA = "CN-";

    private static final String ONCE = "List it once.";

    /** Longer than any code, so that what is too long is told as no region and not as too long. */
    private static final int LONGEST_TOLD_REGION = 100;

    /** Something before and after one at sign, with a dot in the domain: what every deliverable address has. No blank, no line break. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:.]+(\\.[^\\s@<>\",;:.]+)+");

    private static final int LONGEST_EMAIL = 254;

    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()-]{2,30}");

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final int MOST_ITEMS_SHOWN = 5;

    private final List<Violation> found = new ArrayList<>();

    public void add(String field, @Nullable Object value, String remedy) {
        found.add(new Violation(field, value, remedy));
    }

    /** Everything found so far. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Throws the refusal that lists everything found, if anything was. */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal.Invalid(found).asException();
        }
    }

    /** A text that must be there. */
    public String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            add(field, value, "Give a text of 1 to %d characters.".formatted(longest));
            return "";
        }
        return bounded(field, value.strip(), longest);
    }

    /** A text that may be missing; a blank one counts as missing. */
    public @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : bounded(field, value.strip(), longest);
    }

    private String bounded(String field, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            add(field, value, "Shorten it to at most %d characters.".formatted(longest));
        } else if (value.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            // PostgreSQL cannot store a zero character, and no reader could show the others.
            add(field, value, "Remove the control characters.");
        }
        return value;
    }

    /** A text of a given shape. */
    public String matching(String field, @Nullable String value, Pattern shape, String remedy) {
        if (value == null || !shape.matcher(value).matches()) {
            add(field, value, remedy);
            return "";
        }
        return value;
    }

    /** An e-mail address that must be there. */
    public String email(String field, @Nullable String value) {
        return value == null || value.length() <= LONGEST_EMAIL
                ? matching(field, value, EMAIL, "Give one address such as wei@example.edu.cn.")
                : text(field, value, LONGEST_EMAIL);
    }

    /** A telephone number that may be missing. */
    public @Nullable String optionalPhone(String field, @Nullable String value) {
        return value == null ? null : matching(field, value, PHONE, "Give a number such as +86 10 1234 5678.");
    }

    /** A code that says why, such as the example. */
    public String code(String field, @Nullable String value, String example) {
        return matching(
                field, value, CODE, "Give a code of letters, digits and hyphens such as %s.".formatted(example));
    }

    /** One of an enum's names; the fallback is for a missing value, null if it must be there. */
    public <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> type, @Nullable E fallback) {
        E[] all = type.getEnumConstants();
        if (value == null && fallback != null) {
            return fallback;
        }
        for (E each : all) {
            if (each.name().equalsIgnoreCase(value)) {
                return each;
            }
        }
        add(
                field,
                value,
                "Give one of "
                        + String.join(", ", Arrays.stream(all).map(Enum::name).toList()) + ".");
        return all[0];
    }

    /** A whole number within bounds; the fallback is for a missing value, null if it must be there. */
    public int within(String field, @Nullable Integer value, int lowest, int highest, @Nullable Integer fallback) {
        Integer given = value == null ? fallback : value;
        if (given == null || given < lowest || given > highest) {
            add(field, given, "Give a whole number from %d to %d.".formatted(lowest, highest));
            return lowest;
        }
        return given;
    }

    /** A date that must be there. */
    public LocalDate date(String field, @Nullable String value) {
        LocalDate date = optionalDate(field, value);
        if (date == null) {
            if (value == null) {
                add(field, null, "Give a date such as 2027-03-01.");
            }
            return LocalDate.EPOCH;
        }
        return date;
    }

    /** A date that may be missing. */
    public @Nullable LocalDate optionalDate(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below, in the same words as a date out of range.
        }
        add(field, value, "Give a date between 1900 and 2200 such as 2027-03-01.");
        return null;
    }

    /** An instant that may be missing, kept to the millisecond as events carry it. */
    public @Nullable Instant optionalInstant(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() >= 1900 && time.getYear() <= 2200) {
                return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException e) {
            // Said below, in the same words as an instant out of range.
        }
        add(field, value, "Give an instant with its offset such as 2027-03-01T09:00:00Z.");
        return null;
    }

    /** A duration within bounds; a missing one takes the fallback. */
    public Duration duration(
            String field, @Nullable String value, Duration shortest, Duration longest, Duration fallback) {
        if (value == null) {
            return fallback;
        }
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below, in the same words as a duration out of range.
        }
        add(field, value, "Give a duration from %s to %s such as %s.".formatted(shortest, longest, fallback));
        return fallback;
    }

    /** A list of texts without blanks and duplicates; a missing list is empty. */
    public List<String> texts(String field, @Nullable List<@Nullable String> values, int most, int longest) {
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String value : items(field, values, most)) {
            String text = text(field, value, longest);
            if (!text.isEmpty() && !seen.add(text)) {
                add(field, text, ONCE);
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** The items of a list that may be missing, bounded in number. */
    public <T extends @Nullable Object> List<T> items(String field, @Nullable List<T> values, int most) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > most) {
            add(
                    field,
                    values.subList(0, Math.min(values.size(), MOST_ITEMS_SHOWN)) + " and more",
                    "List at most %d, not %d.".formatted(most, values.size()));
            return List.of();
        }
        return values;
    }

    /** Regions by their ISO 3166-2 codes, in capitals or not. */
    public List<String> regions(String field, @Nullable List<@Nullable String> values, int most) {
        Set<String> regions = new LinkedHashSet<>();
        for (String told : texts(field, values, most, LONGEST_TOLD_REGION)) {
            if (!regions.add(region(field, told))) {
                add(field, told, ONCE);
            }
        }
        return List.copyOf(regions);
    }

    /** A region by its ISO 3166-2 code, in capitals or not, that may be missing. */
    public @Nullable String optionalRegion(String field, @Nullable String value) {
        return value == null ? null : region(field, value);
    }

    private String region(String field, String value) {
        String region = value.toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !isRegion(region)) {
            add(field, value, "Give a region by its ISO 3166-2 code such as CN-BJ.");
        }
        return region;
    }

    private static boolean isRegion(String code) {
        return REGION.matcher(code).matches()
                && (!code.startsWith(CHINA) || IN_CHINA.contains(code.substring(CHINA.length())));
    }

    /** The ids of a text with commas between; what is no id is left out. */
    public static List<UUID> ids(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(Violations::id)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The id in the text, or null where it has not the shape of one. */
    public static @Nullable UUID id(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
