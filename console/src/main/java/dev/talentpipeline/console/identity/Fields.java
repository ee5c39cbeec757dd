package dev.talentpipeline.console.identity;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of an account must look like. */
public final class Fields {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,180}");
    private static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final Pattern SCHOOL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final int LONGEST_DISPLAY_NAME = 80;

    /** What stands below `/api/v1/accounts` for something else. */
    private static final Set<String> NOT_NAMES = Set.of("me", "invitations", "covers", "trail");

    private Fields() {}

    public static void email(String field, String value) {
        require(EMAIL.matcher(value).matches(), field, value, "Give an e-mail address such as li.hua@example.org.");
    }

    public static void organisation(String field, @Nullable String value) {
        require(
                value != null && ORGANISATION.matcher(value).matches(),
                field,
                value,
                "Give the organisation's name of up to 64 letters, digits, dots, underscores and hyphens.");
    }

    /** A name to sign in with. One that has the shape of an id could be taken for a person's. */
    public static void name(String field, String value) {
        require(
                NAME.matcher(value).matches() && !NOT_NAMES.contains(value) && !isId(value),
                field,
                value,
                "Choose 3 to 40 small letters, digits, dots, underscores and hyphens, starting with a letter or digit.");
    }

    public static void displayName(String field, String value) {
        require(
                !value.isBlank()
                        && value.codePointCount(0, value.length()) <= LONGEST_DISPLAY_NAME
                        && value.codePoints().noneMatch(Character::isISOControl),
                field,
                value,
                "Give a name of 1 to " + LONGEST_DISPLAY_NAME + " characters.");
    }

    /** Only members of a university are bound to a school. */
    public static void school(Role role, @Nullable String value) {
        require(
                value == null || role == Role.UNIVERSITY,
                "school",
                value,
                "Leave it out: only universities have schools.");
        require(
                value == null || SCHOOL.matcher(value).matches(),
                "school",
                value,
                "Give up to 64 letters, digits, spaces, dots, underscores and hyphens, or leave it out for all schools.");
    }

    private static boolean isId(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean holds, String field, @Nullable String value, String remedy) {
        if (!holds) {
            throw Refusal.invalid(field, value, remedy).asException();
        }
    }
}
