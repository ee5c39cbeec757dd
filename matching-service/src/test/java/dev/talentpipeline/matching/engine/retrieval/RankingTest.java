package dev.talentpipeline.matching.engine.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void givesAllEligibleInternshipsInTheOrderOfBruteForceTiesIncluded() {
        int longest = 0;
        for (int seed = 0; seed < 400; seed++) {
            Market market = new RandomMarkets(seed).market(4, 120);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            FlatMarket flat = flat(market);
            OpeningIndex index = OpeningIndex.of(flat);
            for (int student = 0; student < named.students(); student++) {
                List<String> expected = expected(named, student);
                longest = Math.max(longest, expected.size());
                int slot = flat.students().slotOf(named.student(student).id());
                assertThat(ranking(flat, index, slot))
                        .as("seed %d, student %d", seed, student)
                        .isEqualTo(expected);
            }
        }
        assertThat(longest).isGreaterThan(40);
    }

    @Test
    void givesTheFirstFewAsBruteForceDoesWhereverItGoesOn() {
        for (int seed = 0; seed < 300; seed++) {
            Market market = new RandomMarkets(seed).market(3, 60);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            FlatMarket flat = flat(market);
            ChoiceSearch search = new ChoiceSearch(flat, OpeningIndex.of(flat));
            for (int student = 0; student < named.students(); student++) {
                int slot = flat.students().slotOf(named.student(student).id());
                assertThat(inStepsOf(1 + seed % 5, search, flat, slot))
                        .as("seed %d, student %d", seed, student)
                        .isEqualTo(expected(named, student));
            }
        }
    }

    @Test
    void staysExactWhileOpeningsComeAndGo() {
        for (int seed = 0; seed < 150; seed++) {
            RandomMarkets markets = new RandomMarkets(seed);
            Market drawn = markets.market(3, 40);
            // Where skills count, what is rare changes with the openings, and the index is then made anew.
            boolean skillsCount = seed % 2 == 0;
            Market before = skillsCount ? drawn : drawn.with(markets.programmeThatIgnoresSkills());
            FlatMarket flat = flat(before);
            OpeningIndex index = OpeningIndex.of(flat);
            var internships = new ArrayList<>(before.internships());
            for (int change = 0; change < 30; change++) {
                var next = markets.internship(change % 50, before.students().size());
                internships.removeIf(internship -> internship.id().equals(next.id()));
                internships.add(next);
                index.remove(flat.enrolInternship(next.id()));
                index.add(flat.put(next));
            }
            if (skillsCount && flat.adoptRarity()) {
                index.refresh();
            }
            Market after = new Market(
                    before.asOf(), before.programme(), before.students(), internships, before.seats(), before.apart());
            RankedMarket named = RankedMarket.of(after, RandomMarkets.BY_FIRST_LETTERS);
            for (int student = 0; student < named.students(); student++) {
                int slot = flat.students().slotOf(named.student(student).id());
                assertThat(ranking(flat, index, slot))
                        .as("seed %d, student %d", seed, student)
                        .isEqualTo(expected(named, student));
            }
        }
    }

    private static List<String> expected(RankedMarket named, int student) {
        return Arrays.stream(named.choicesOf(student))
                .mapToObj(internship -> named.internship(internship).id())
                .toList();
    }

    private static List<String> ranking(FlatMarket flat, OpeningIndex index, int student) {
        Ranking ranking = new Ranking(flat, index, student);
        List<String> ids = new ArrayList<>();
        for (int next = ranking.next(); next != Members.NOBODY; next = ranking.next()) {
            ids.add(flat.internships().id(next));
        }
        return ids;
    }

    private static List<String> inStepsOf(int step, ChoiceSearch search, FlatMarket flat, int student) {
        List<String> ids = new ArrayList<>();
        long after = Standing.FIRST;
        int afterWhich = Members.NOBODY;
        int found = search.find(student, step, after, afterWhich, Admission.ANY);
        while (found > 0) {
            for (int at = 0; at < found; at++) {
                ids.add(flat.internships().id(search.internshipAt(at)));
            }
            after = search.standingAt(found - 1);
            afterWhich = search.internshipAt(found - 1);
            found = search.find(student, step, after, afterWhich, Admission.ANY);
        }
        return ids;
    }

    private static FlatMarket flat(Market market) {
        FlatMarket flat = new FlatMarket(market.programme(), market.asOf(), RandomMarkets.BY_FIRST_LETTERS);
        market.internships().forEach(flat::put);
        market.students().forEach(flat::put);
        market.apart()
                .keySet()
                .forEach(pair ->
                        flat.keepApart(flat.enrolStudent(pair.studentId()), flat.enrolInternship(pair.internshipId())));
        return flat;
    }
}
