package dev.talentpipeline.monitoring.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GivingWayTest {

    private final GivingWay givingWay = new GivingWay(9, Duration.ofSeconds(10));

    @Test
    void whoTakesLongerRestsLonger() {
        assertThat(givingWay.after(Duration.ofMillis(50))).isEqualTo(Duration.ofMillis(450));
        assertThat(givingWay.after(Duration.ofMillis(500))).isEqualTo(Duration.ofMillis(4_500));
    }

    @Test
    void noRestIsWithoutEnd() {
        assertThat(givingWay.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(10));
    }
}
