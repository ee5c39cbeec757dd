package dev.talentpipeline.matching.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.PreferenceTable;
import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.engine.StableMatchings;
import dev.talentpipeline.matching.engine.assignment.Matchings;
import dev.talentpipeline.matching.engine.assignment.RollingMarket;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StabilityVerifierTest {

    @Test
    void countsTheFaultsOfWhateverMatchingAsTheirDefinitionDoes() {
        int blocking = 0;
        int unacceptable = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Market market = new RandomMarkets(seed).market(8, 6);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            FlatMarket flat =
                    RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1).facts();
            int[] any = new Random(~seed)
                    .ints(named.students(), -1, named.internships())
                    .toArray();
            Verdict expected = StableMatchings.faults(PreferenceTable.of(named), named.freeSeats(), any);
            Verdict actual = StabilityVerifier.verify(flat, market.seats(), Matchings.bySlot(flat, named, any), 1);
            assertThat(actual.overfull()).as("seed %d", seed).isEqualTo(expected.overfull());
            assertThat(actual.unacceptable()).as("seed %d", seed).isEqualTo(expected.unacceptable());
            // Over a full or wrong matching the two may count blocking pairs differently.
            if (expected.unacceptable() + expected.overfull() == 0) {
                assertThat(actual.blockingPairs()).as("seed %d", seed).isEqualTo(expected.blockingPairs());
                blocking += actual.blockingPairs();
            }
            unacceptable += actual.unacceptable();
        }
        assertThat(blocking).isGreaterThan(100);
        assertThat(unacceptable).isGreaterThan(100);
    }

    @Test
    void seesEveryPairThatBlocksAfterAChangeToAStableMatching() {
        int spoilt = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            Market market = new RandomMarkets(seed).market(30, 12);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            RollingMarket rolling = RollingMarket.of(market, RandomMarkets.BY_FIRST_LETTERS, 1);
            int[] matching = IntStream.range(0, named.students())
                    .map(student -> rolling.internshipOf(slot(rolling.facts(), named, student)))
                    .map(slot -> slot < 0
                            ? -1
                            : named.internshipIndex(
                                            rolling.facts().internships().id(slot))
                                    .orElseThrow())
                    .toArray();
            assertThat(verify(rolling, named, market, matching)).isEqualTo(new Verdict(0, 0, 0));
            Random random = new Random(~seed);
            matching[random.nextInt(matching.length)] = -1;
            Verdict expected = StableMatchings.faults(PreferenceTable.of(named), named.freeSeats(), matching);
            spoilt += expected.sound() ? 0 : 1;
            assertThat(verify(rolling, named, market, matching))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
        assertThat(spoilt).isGreaterThan(100);
    }

    private static Verdict verify(RollingMarket rolling, RankedMarket named, Market market, int[] matching) {
        return StabilityVerifier.verify(
                rolling.facts(), market.seats(), Matchings.bySlot(rolling.facts(), named, matching), 2);
    }

    private static int slot(FlatMarket flat, RankedMarket named, int student) {
        return flat.students().slotOf(named.student(student).id());
    }
}
