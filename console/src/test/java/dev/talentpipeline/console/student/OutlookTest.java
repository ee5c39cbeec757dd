package dev.talentpipeline.console.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.api.Programme;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlookTest {

    private static final Instant NOW = Instant.parse("2027-03-01T01:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant LAST = NOW.plusSeconds(120);

    @Test
    void aRollingProgrammeSaysWhenItBeginsAndThenGoesOnByItself() {
        assertThat(rolling(LATER, LAST)).isEqualTo(new Outlook("market.opens", LATER));
        assertThat(rolling(NOW, LAST)).isEqualTo(new Outlook("market.waiting", null));
        assertThat(rolling(null, null)).isEqualTo(new Outlook("market.waiting", null));
        assertThat(rolling(EARLIER, NOW)).isEqualTo(new Outlook("market.over", NOW));
    }

    @Test
    void aProgrammeInRoundsSaysWhenTheNextOneIs() {
        assertThat(inRounds(List.of(LAST, LATER, EARLIER), null, null)).isEqualTo(new Outlook("market.round", LATER));
        assertThat(inRounds(List.of(LAST, LATER), LAST, null)).isEqualTo(new Outlook("market.round", LAST));
        assertThat(inRounds(List.of(EARLIER, LAST), null, LATER)).isEqualTo(new Outlook("market.noRound", null));
        assertThat(inRounds(null, null, null)).isEqualTo(new Outlook("market.noRound", null));
    }

    private static Outlook rolling(@Nullable Instant opens, @Nullable Instant closes) {
        return outlook("ROLLING", null, opens, closes);
    }

    private static Outlook inRounds(@Nullable List<Instant> rounds, @Nullable Instant opens, @Nullable Instant closes) {
        return outlook("ROUND", rounds, opens, closes);
    }

    private static Outlook outlook(
            String mode, @Nullable List<Instant> rounds, @Nullable Instant opens, @Nullable Instant closes) {
        return Outlook.of(
                new Programme("spring", "Spring", mode, "RUNNING", rounds, opens, closes, "NONE", "NONE", "STUDENT"),
                NOW);
    }
}
