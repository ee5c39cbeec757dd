package dev.talentpipeline.matching.engine.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.PreferenceTable;
import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RollingMarketTest {

    @Test
    void arrivalsOneByOneInAnyOrderGiveWhatOneClearingGives() {
        for (int seed = 0; seed < 2_000; seed++) {
            Market market = new RandomMarkets(seed).market(12, 8);
            Market withoutStudents = new Market(
                    market.asOf(), market.programme(), List.of(), market.internships(), market.seats(), market.apart());
            RollingMarket rolling = RollingMarket.of(withoutStudents, RandomMarkets.BY_FIRST_LETTERS, 1);
            List<Student> arriving = new ArrayList<>(market.students());
            Collections.shuffle(arriving, new Random(seed));
            arriving.forEach(rolling::put);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            assertThat(Matchings.of(rolling, named))
                    .as("seed %d", seed)
                    .isEqualTo(Matchings.of(RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1), named));
            assertThat(rolling.studentOptimal()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void staysStableAndMovesNoBoundPairWhateverHappens() {
        int optimal = 0;
        int differing = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            EventSequence events = new EventSequence(seed);
            for (int step = 0; step < 25; step++) {
                String event = events.next();
                Market market = events.market();
                RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
                PreferenceTable table = PreferenceTable.of(named);
                int[] matching = Matchings.of(events.rolling(), named);
                assertThat(StableMatchings.isStable(table, named.freeSeats(), matching))
                        .as("seed %d, step %d: %s", seed, step, event)
                        .isTrue();
                assertThat(filled(events.rolling()).keySet())
                        .as("seed %d, step %d: %s", seed, step, event)
                        .noneMatch(events.boundStudents()::contains);
                int[] best = Matchings.of(RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1), named);
                boolean same = Arrays.equals(matching, best);
                if (events.rolling().studentOptimal()) {
                    optimal++;
                    assertThat(same)
                            .as("seed %d, step %d: %s", seed, step, event)
                            .isTrue();
                }
                differing += same ? 0 : 1;
            }
        }
        assertThat(optimal).isGreaterThan(1_000);
        assertThat(differing).as("the flag must have something to warn of").isPositive();
    }

    @Test
    void aFullClearingAfterwardsGivesTheBestForStudentsAgain() {
        for (int seed = 0; seed < 500; seed++) {
            EventSequence events = new EventSequence(seed);
            for (int step = 0; step < 20; step++) {
                events.next();
            }
            events.rolling().clear();
            Market market = events.market();
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            assertThat(Matchings.of(events.rolling(), named))
                    .as("seed %d", seed)
                    .isEqualTo(Matchings.of(RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1), named));
        }
    }

    /** The rural hospitals theorem (A. E. Roth, On the Allocation of Residents to Rural Hospitals, 1986). */
    @Test
    void whicheverStableMatchingIsReachedTheSameStudentsAndSeatsAreFilled() {
        for (int seed = 0; seed < 1_500; seed++) {
            EventSequence events = new EventSequence(seed);
            for (int step = 0; step < 15; step++) {
                events.next();
            }
            Map<String, Integer> rolling = filled(events.rolling());
            assertThat(rolling)
                    .as("seed %d", seed)
                    .isEqualTo(filled(RollingMarket.of(events.market(), RandomMarkets.BY_FIRST_LETTERS, 1)));
        }
    }

    /** How often each student, and each internship, is matched. */
    private static Map<String, Integer> filled(RollingMarket rolling) {
        Map<String, Integer> filled = new TreeMap<>();
        rolling.forEachPair((student, internship) -> {
            filled.merge(student, 1, Integer::sum);
            filled.merge(internship, 1, Integer::sum);
        });
        return filled;
    }
}
