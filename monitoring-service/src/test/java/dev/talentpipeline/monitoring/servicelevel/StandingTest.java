package dev.talentpipeline.monitoring.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.talentpipeline.monitoring.servicelevel.Standing.Counts;
import dev.talentpipeline.monitoring.servicelevel.Standing.State;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Counts NONE = new Counts(0, 0);

    @Test
    void isMetWhileEnoughIsLeftOfWhatMayGoWrong() {
        assertThat(of(1_000, 1_000).state()).isEqualTo(State.MET);
        assertThat(of(993, 1_000).state()).isEqualTo(State.MET);
        assertThat(of(992, 1_000).state()).isEqualTo(State.AT_RISK);
        assertThat(of(990, 1_000).state()).isEqualTo(State.AT_RISK);
        assertThat(of(989, 1_000).state()).isEqualTo(State.MISSED);
        assertThat(of(0, 0).state()).isEqualTo(State.UNMEASURED);
    }

    @Test
    void aSingleFaultAmongFewSaysNothingAndTwoDo() {
        assertThat(of(0, 1).state()).isEqualTo(State.TOO_FEW);
        assertThat(of(98, 99).state()).isEqualTo(State.TOO_FEW);
        assertThat(of(99, 100).state()).isEqualTo(State.AT_RISK);
        assertThat(of(3, 3).state()).isEqualTo(State.MET);
        assertThat(of(1, 3).state()).isEqualTo(State.MISSED);
        assertThat(of(97, 99).state()).isEqualTo(State.MISSED);
    }

    @Test
    void saysWhatIsLeftAndHowFastItIsUsedUp() {
        Standing standing = of(995, 1_000);

        assertThat(standing.budgetLeft()).isCloseTo(0.5, within(1e-9));
        assertThat(standing.burn(new Counts(80, 100))).isCloseTo(20, within(1e-9));
        assertThat(standing.burn(NONE)).isZero();
        assertThat(of(980, 1_000).budgetLeft()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void aTargetThatLeavesNoRoomIsNone() {
        assertThatThrownBy(() -> new Target(Duration.ofSeconds(1), new BigDecimal("100.00"), Duration.ofDays(7)))
                .hasMessageContaining("100.00");
        assertThatThrownBy(() -> new Target(Duration.ZERO, new BigDecimal("99.00"), Duration.ofDays(7)))
                .hasMessageContaining("PT0S");
    }

    private static Standing of(long good, long all) {
        return new Standing(
                ServiceLevels.OFFER_LATENCY,
                new Target(Duration.ofSeconds(10), new BigDecimal("99.00"), Duration.ofDays(7)),
                new Counts(good, all),
                NONE,
                NONE);
    }
}
