package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShownNumbersTest {

    private final Shown shown = new Shown();

    @Test
    void aNumberHasAsManyDecimalsAsItHasToSay() {
        assertThat(shown.number(0.0)).isEqualTo("0");
        assertThat(shown.number(0.017)).isEqualTo("0.017");
        assertThat(shown.number(7.250)).isEqualTo("7.25");
        assertThat(shown.number(1.0E-4)).isEqualTo("0.0001");
        assertThat(shown.number(new BigDecimal("100.00"))).isEqualTo("100");
    }

    @Test
    void partsOfAHundredLookAlikeHoweverTheyCame() {
        assertThat(shown.percentage(new BigDecimal("100.00"))).isEqualTo("100%");
        assertThat(shown.percentage(17L)).isEqualTo("17%");
        assertThat(shown.percentage(99.58)).isEqualTo("99.58%");
        assertThat(shown.percentage(null)).isEqualTo("–");
    }
}
