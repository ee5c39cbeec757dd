package dev.talentpipeline.internship.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A unified social credit code (GB 32100-2015): 18 characters, of which the last is a check character over the others, modulo 31. The
 * alphabet leaves out I, O, S, V and Z.
 *
 * <pre>
 * position  1           2           3–8                      9–17               18
 *           department  kind        division (6 digits)      body               check
 * </pre>
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;
    /** The weight of a position is this to the power of the places before it (GB 32100-2015, 5.1). */
    private static final int BASE = 3;

    /** What reading a code came to. */
    public sealed interface Reading {

        record Sound(CreditCode code) implements Reading {}

        /** What would be right, for each thing that is wrong. */
        record Faulty(List<String> remedies) implements Reading {
            public Faulty {
                remedies = List.copyOf(remedies);
            }
        }
    }

    /** Reads a code; small letters count as capitals. The check character is only looked at where all others can be. */
    public static Reading read(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        int length = code.codePointCount(0, code.length());
        if (length != LENGTH) {
            return faulty(
                    "Give the %d characters of the unified social credit code, not %d.".formatted(LENGTH, length));
        }
        List<String> remedies = new ArrayList<>();
        int position = 1;
        for (int character : code.codePoints().toArray()) {
            if (ALPHABET.indexOf(character) < 0) {
                remedies.add("Position %d (%s) must be a digit or a capital letter other than I, O, S, V and Z."
                        .formatted(position, Character.toString(character)));
            } else if (position >= 3 && position <= 8 && character > '9') {
                remedies.add("Position %d (%s) must be a digit: positions 3 to 8 are the administrative division."
                        .formatted(position, Character.toString(character)));
            }
            position++;
        }
        if (!remedies.isEmpty()) {
            return new Reading.Faulty(remedies);
        }
        char expected = checkCharacter(code);
        char given = code.charAt(LENGTH - 1);
        return expected == given
                ? new Reading.Sound(new CreditCode(code))
                : faulty("Position 18 (%s) must be the check character %s. Maybe another character is mistyped."
                        .formatted(given, expected));
    }

    private static Reading faulty(String remedy) {
        return new Reading.Faulty(List.of(remedy));
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * BASE % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
