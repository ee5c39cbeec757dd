package dev.talentpipeline.console.identity.password;

import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be, after NIST SP 800-63B: long, not one that everybody tries first, and nothing that is known of its
 * owner. It need not mix kinds of characters, and it does not expire.
 */
public final class PasswordRule {

    static final int SHORTEST = 12;

    /** In UTF-8: bcrypt reads no further. */
    static final int LONGEST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /** Refuses a password that is not good enough for the account. */
    public static void check(String field, String password, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            refuse(
                    field,
                    "The password has fewer than " + SHORTEST + " characters.",
                    "Choose a longer one, such as four words.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            refuse(
                    field,
                    "The password has more than " + LONGEST_BYTES + " bytes.",
                    "Choose one of up to 72 Latin letters or 24 Chinese characters.");
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            refuse(field, "The password repeats a few characters.", "Choose one with more different characters.");
        }
        String folded = password.toLowerCase(Locale.ROOT);
        if (folded.contains(name.toLowerCase(Locale.ROOT))) {
            refuse(field, "The password holds the user name.", "Choose one that nobody can tell from your name.");
        }
        if (COMMON.contains(folded)) {
            refuse(
                    field,
                    "The password is one of those that are tried first.",
                    "Choose one that nobody else would choose.");
        }
    }

    private static void refuse(String field, String detail, String remedy) {
        // The value is left out: what was typed may differ from a good password by one letter.
        throw Refusal.of(Reason.WEAK_PASSWORD, detail)
                .about(field, null)
                .remedy(remedy)
                .asException();
    }

    private static Set<String> common() {
        try (InputStream in = Objects.requireNonNull(PasswordRule.class.getResourceAsStream("/common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
