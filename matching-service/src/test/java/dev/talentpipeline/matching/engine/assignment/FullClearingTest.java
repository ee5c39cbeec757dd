package dev.talentpipeline.matching.engine.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.PreferenceTable;
import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullClearingTest {

    private static final int MARKETS = 20_000;

    @Test
    void givesTheBestOfAllStableMatchingsForStudents() {
        int several = 0;
        for (int seed = 0; seed < MARKETS; seed++) {
            Market market = new RandomMarkets(seed).market(5, 4);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            PreferenceTable table = PreferenceTable.of(named);
            List<int[]> stable = StableMatchings.of(table, named.freeSeats());
            several += stable.size() > 1 ? 1 : 0;
            RollingMarket rolling = RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1);
            assertThat(Matchings.of(rolling, named))
                    .as("seed %d", seed)
                    .isEqualTo(StableMatchings.bestForStudents(table, stable));
            assertThat(rolling.studentOptimal()).isTrue();
        }
        assertThat(several).isGreaterThan(10);
    }

    @Test
    void givesTheSameWithOneThreadOrSeveral() {
        for (int seed = 0; seed < 30; seed++) {
            Market market = new RandomMarkets(seed).market(400, 80);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            int[] alone = Matchings.of(RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1), named);
            int[] together = Matchings.of(RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 3), named);
            assertThat(together).as("seed %d", seed).isEqualTo(alone);
            assertThat(StableMatchings.isStable(PreferenceTable.of(named), named.freeSeats(), alone))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }
}
