package dev.talentpipeline.matching.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.market.Change;
import dev.talentpipeline.matching.market.Market;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clearings that go on from each other against clearings that begin anew, after whatever happens in a season. */
class ClearingMarketTest {

    private static final int SEASONS = 400;
    private static final int STEPS = 25;

    @Test
    void goingOnGivesWhatBeginningAnewGives() {
        int proposed = 0;
        int optimal = 0;
        for (int seed = 0; seed < SEASONS; seed++) {
            RandomSeason season = new RandomSeason(seed);
            ClearingMarket market = ClearingMarket.of(season.market(), StabilityVerifier::verify);
            Map<String, Cutoff> cutoffs = new HashMap<>();
            for (int step = 0; step < STEPS; step++) {
                List<Change> changes = season.happen();
                market.apply(changes);
                ClearingResult onward = market.clear(season.now());
                Market frozen = season.market();
                ClearingResult anew =
                        ClearingMarket.of(frozen, StabilityVerifier::verify).clear(season.now());

                assertThat(onward.verdict().sound())
                        .as("seed %d, step %d: %s", seed, step, changes)
                        .isTrue();
                assertThat(withoutCutoffs(onward))
                        .as("seed %d, step %d: %s", seed, step, changes)
                        .isEqualTo(withoutCutoffs(anew));
                onward.cutoffs().forEach(cutoff -> cutoffs.put(cutoff.internshipId(), cutoff));
                for (Cutoff cutoff : anew.cutoffs()) {
                    assertThat(cutoffs.get(cutoff.internshipId()))
                            .as("seed %d, step %d: %s", seed, step, changes)
                            .isEqualTo(cutoff);
                }
                optimal += onward.studentOptimal() ? 1 : 0;
                proposed += onward.matches().size();
                season.release(onward);
            }
        }
        assertThat(optimal).isEqualTo(SEASONS * STEPS);
        assertThat(proposed).isGreaterThan(SEASONS);
    }

    private static ClearingResult withoutCutoffs(ClearingResult result) {
        return new ClearingResult(
                result.programme(),
                result.asOf(),
                result.matches(),
                result.verdict(),
                result.students(),
                result.internships(),
                result.freeSeats(),
                result.studentOptimal(),
                List.of(),
                result.inputHash(),
                result.seedHash(),
                result.resultHash());
    }

    @Test
    void newRulesNeedANewMarket() {
        RandomSeason season = new RandomSeason(1);
        ClearingMarket market = ClearingMarket.of(season.market(), StabilityVerifier::verify);
        List<Change> rules = List.of(new Change.Rules(season.market().programme()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> market.apply(rules))
                .withMessageContaining("built anew");
    }

    @Test
    void anInternshipIsClosedWhenItsTimeToApplyIsOver() {
        RandomSeason season = new RandomSeason(2);
        Instant over = RandomMarkets.NOW.plusSeconds(3_600);
        season.closeAllAt(over);
        ClearingMarket market = ClearingMarket.of(season.market(), StabilityVerifier::verify);

        assertThat(market.clear(over.minusSeconds(1)).internships()).isPositive();
        assertThat(market.clear(over).internships()).isZero();
    }
}
