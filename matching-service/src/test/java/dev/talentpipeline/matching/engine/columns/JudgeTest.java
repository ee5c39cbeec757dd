package dev.talentpipeline.matching.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.preference.Priority;
import dev.talentpipeline.matching.preference.RankedMarket;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final int MARKETS = 1_500;

    @Test
    void judgesEveryPairAsTheNamedRulesAndPartsDo() {
        int eligible = 0;
        int listed = 0;
        for (int seed = 0; seed < MARKETS; seed++) {
            Market market = new RandomMarkets(seed).market(8, 8);
            RankedMarket named = RankedMarket.of(market, RandomMarkets.BY_FIRST_LETTERS);
            FlatMarket flat = flat(market);
            Judge judge = new Judge(flat);
            for (int student = 0; student < named.students(); student++) {
                judge.consider(flat.students().slotOf(named.student(student).id()));
                for (int internship = 0; internship < named.internships(); internship++) {
                    int slot = flat.internships()
                            .slotOf(named.internship(internship).id());
                    boolean mayMeet = judge.mayMeet(slot);
                    assertThat(mayMeet)
                            .as("seed %d, student %d, internship %d", seed, student, internship)
                            .isEqualTo(named.firstFailing(student, internship) == null);
                    if (mayMeet) {
                        eligible++;
                        assertThat(judge.millionths(slot))
                                .as("seed %d, student %d, internship %d", seed, student, internship)
                                .isEqualTo(named.score(student, internship).millionths());
                        int regard = judge.internshipsRegard(slot, judge.millionths(slot));
                        listed += Standing.isListed(regard) ? 1 : 0;
                        assertThat(Standing.isListed(regard))
                                .isEqualTo(Priority.tier(named.internshipsPriority(student, internship))
                                        == Priority.LISTED);
                    }
                }
            }
        }
        assertThat(eligible).isGreaterThan(1_000);
        assertThat(listed).isGreaterThan(100);
    }

    private static FlatMarket flat(Market market) {
        FlatMarket flat = new FlatMarket(market.programme(), market.asOf(), RandomMarkets.BY_FIRST_LETTERS);
        market.students().forEach(flat::put);
        market.apart()
                .keySet()
                .forEach(pair ->
                        flat.keepApart(flat.enrolStudent(pair.studentId()), flat.enrolInternship(pair.internshipId())));
        market.internships().forEach(flat::put);
        flat.adoptRarity();
        return flat;
    }
}
