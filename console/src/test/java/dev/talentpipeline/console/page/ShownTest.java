package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.page.Shown.Piece;
import org.junit.jupiter.api.Test;

class ShownTest {

    private final Shown shown = new Shown();

    @Test
    void aSentenceIsCutAtItsDaysAndNothingOfItIsLost() {
        assertThat(shown.pieces("2027-03-01 to 2027-07-21: 16 weeks"))
                .containsExactly(
                        new Piece("", false),
                        new Piece("2027-03-01", true),
                        new Piece(" to ", false),
                        new Piece("2027-07-21", true),
                        new Piece(": 16 weeks", false));
        assertThat(shown.pieces("no day, 12-34")).containsExactly(new Piece("no day, 12-34", false));
        assertThat(shown.pieces(null)).isEmpty();
    }
}
