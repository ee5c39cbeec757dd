package dev.talentpipeline.matching.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Seeded random markets, each small enough to find every stable matching by trying all matchings. */
class RandomMarketsTest {

    private static final int MARKETS = 20_000;
    private static final long SEED = 20261123;

    @Test
    void bothEnginesEqualWhatTryingEveryMatchingFinds() {
        Random random = new Random(SEED);
        int withSeveral = 0;
        for (int round = 0; round < MARKETS; round++) {
            ListMarket market = ListMarket.random(random);
            List<Map<String, String>> stable = market.allStable();
            withSeveral += stable.size() > 1 ? 1 : 0;

            assertThat(market.studentOptimal()).as("market %s", market).isEqualTo(best(market, stable));
            assertThat(market.internshipOptimal()).as("market %s", market).isEqualTo(worst(market, stable));
        }
        // Markets with one stable matching only could not tell the two optimal ones apart.
        assertThat(withSeveral).isGreaterThan(MARKETS / 20);
    }

    /** A. Roth, On the Allocation of Residents to Rural Hospitals (1986). */
    @Test
    void everyStableMatchingPlacesTheSameStudentsAndFillsTheSameSeats() {
        Random random = new Random(SEED + 1);
        for (int round = 0; round < 2_000; round++) {
            ListMarket market = ListMarket.random(random);
            Map<String, String> one = market.studentOptimal();
            Map<String, String> other = market.internshipOptimal();

            assertThat(one.keySet()).as("market %s", market).isEqualTo(other.keySet());
            assertThat(filled(one)).as("market %s", market).isEqualTo(filled(other));
        }
    }

    @Test
    void theVerifierAgreesWithTheDefinitionOnEveryMatching() {
        Random random = new Random(SEED + 2);
        int unsound = 0;
        for (int round = 0; round < 5_000; round++) {
            ListMarket market = ListMarket.random(random);
            Matching matching = anyMatching(market, random);
            boolean sound = StabilityVerifier.verify(market.table(), market.freeSeats(), matching)
                    .sound();
            unsound += sound ? 0 : 1;

            assertThat(sound)
                    .as("%s in %s", market.named(matching), market)
                    .isEqualTo(market.stable(market.named(matching)));
        }
        assertThat(unsound).isBetween(500, 4_500);
    }

    /** A random acceptable matching within the seats, stable or not. */
    private static Matching anyMatching(ListMarket market, Random random) {
        var table = market.table();
        int[] left = market.freeSeats();
        Matching.Builder matching = new Matching.Builder();
        for (int student = 0; student < table.students(); student++) {
            for (int pair = table.rowStart(student); pair < table.rowEnd(student); pair++) {
                int internship = table.internshipAt(pair);
                if (left[internship] > 0 && random.nextInt(4) > 0) {
                    left[internship]--;
                    matching.add(student, internship);
                    break;
                }
            }
        }
        return matching.build();
    }

    private static Map<String, String> best(ListMarket market, List<Map<String, String>> stable) {
        return pick(market, stable, true);
    }

    private static Map<String, String> worst(ListMarket market, List<Map<String, String>> stable) {
        return pick(market, stable, false);
    }

    /** For every student the best or worst of what any stable matching gives; by theory that is a stable matching itself. */
    private static Map<String, String> pick(ListMarket market, List<Map<String, String>> stable, boolean best) {
        Map<String, String> picked = new TreeMap<>();
        for (String student : market.studentNames()) {
            Map<String, String> chosen = stable.getFirst();
            for (Map<String, String> candidate : stable) {
                boolean better = market.rank(student, candidate) < market.rank(student, chosen);
                boolean worse = market.rank(student, candidate) > market.rank(student, chosen);
                if (best ? better : worse) {
                    chosen = candidate;
                }
            }
            if (chosen.containsKey(student)) {
                picked.put(student, chosen.get(student));
            }
        }
        assertThat(new HashSet<>(stable)).contains(picked);
        return picked;
    }

    private static Map<String, Integer> filled(Map<String, String> matching) {
        Map<String, Integer> filled = new HashMap<>();
        matching.values().forEach(internship -> filled.merge(internship, 1, Integer::sum));
        return filled;
    }
}
