package dev.talentpipeline.internship.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.organisation.CreditCode.Reading;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** The first is the example of GB 32100-2015; the other two are of its shape with another check character. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91000000MADEM00011", "91000000MADEM0004A"})
    void takesACodeWhoseCheckCharacterIsRight(String code) {
        assertThat(CreditCode.read(code)).isEqualTo(new Reading.Sound(new CreditCode(code)));
        assertThat(CreditCode.read(" " + code.toLowerCase(java.util.Locale.ROOT) + " "))
                .isEqualTo(new Reading.Sound(new CreditCode(code)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            91350100M000100Y4   | Give the 18 characters of the unified social credit code, not 17.
            91350100M000100Y433 | Give the 18 characters of the unified social credit code, not 19.
            91350100M0001O0Y43  | Position 14 (O) must be a digit or a capital letter other than I, O, S, V and Z.
            91350100M000100Y4国 | Position 18 (国) must be a digit or a capital letter other than I, O, S, V and Z.
            9135A100M000100Y43  | Position 5 (A) must be a digit: positions 3 to 8 are the administrative division.
            91350100M000100Y44  | Position 18 (4) must be the check character 3. Maybe another character is mistyped.
            """)
    void saysWhereACodeIsWrongAndWhatWouldBeRight(String code, String remedy) {
        assertThat(CreditCode.read(code))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.remedies()).containsExactly(remedy));
    }

    @Test
    void saysAllPositionsAtOnce() {
        assertThat(CreditCode.read("91I50100M000100Y4-"))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.remedies())
                                .hasSize(2)
                                .allMatch(remedy ->
                                        remedy.startsWith("Position 3 (I)") || remedy.startsWith("Position 18 (-)")));
    }

    /** The modulus is prime and no weight is a multiple of it, so one wrong character always shows. */
    @Test
    void findsEveryCharacterThatIsMistyped() {
        String code = "91350100M000100Y43";
        IntStream.range(0, code.length())
                .forEach(position -> ALPHABET.chars()
                        .filter(other -> other != code.charAt(position))
                        .mapToObj(other -> code.substring(0, position) + (char) other + code.substring(position + 1))
                        .forEach(mistyped -> assertThat(CreditCode.read(mistyped))
                                .as(mistyped)
                                .isInstanceOf(Reading.Faulty.class)));
    }
}
