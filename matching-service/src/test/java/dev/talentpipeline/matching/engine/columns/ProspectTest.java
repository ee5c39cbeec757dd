package dev.talentpipeline.matching.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.market.Market;
import org.junit.jupiter.api.Test;

class ProspectTest {

    private static final int MARKETS = 1_500;
    /** A billionth more for each of the parts that are rounded up, a millionth for the rounding of scores, and one for that of losses. */
    private static final int SLACK_MILLIONTHS = 200;

    @Test
    void noScoreExceedsItsBoundsAndTheNarrowestHardlyExceedsTheScore() {
        int met = 0;
        for (int seed = 0; seed < MARKETS; seed++) {
            Market market = new RandomMarkets(seed).market(6, 6);
            FlatMarket flat = flat(market);
            Judge judge = new Judge(flat);
            Prospect prospect = new Prospect(flat, judge);
            Ceilings ceilings = new Ceilings(flat);
            for (int student = 0; student < flat.students().size(); student++) {
                judge.consider(student);
                if (!judge.seeks()) {
                    continue;
                }
                prospect.consider();
                for (int internship = 0; internship < flat.internships().size(); internship++) {
                    if (!judge.mayMeet(internship)) {
                        continue;
                    }
                    met++;
                    int regard = Standing.scored(judge.millionths(internship));
                    int narrowest = narrowest(flat, prospect, ceilings, internship);
                    assertThat(Ceilings.regard(wide(flat, prospect, ceilings, judge, internship)))
                            .as("seed %d, student %d, internship %d", seed, student, internship)
                            .isLessThanOrEqualTo(Ceilings.regard(narrowest));
                    assertThat(Ceilings.regard(narrowest))
                            .as("seed %d, student %d, internship %d", seed, student, internship)
                            .isLessThanOrEqualTo(regard);
                    if (flat.internshipData()[flat.internshipAt(internship) + InternshipRow.STIPEND]
                            >= Judge.STIPEND_REFERENCE) {
                        assertThat(Ceilings.regard(narrowest)).isGreaterThan(regard - SLACK_MILLIONTHS);
                    }
                }
            }
        }
        assertThat(met).isGreaterThan(1_000);
    }

    @Test
    void saysWhoLacksARequiredSkill() {
        int lacking = 0;
        for (int seed = 0; seed < MARKETS; seed++) {
            FlatMarket flat = flat(new RandomMarkets(seed).market(6, 6));
            Judge judge = new Judge(flat);
            Prospect prospect = new Prospect(flat, judge);
            for (int student = 0; student < flat.students().size(); student++) {
                judge.consider(student);
                for (int internship = 0; internship < flat.internships().size() && judge.seeks(); internship++) {
                    if (flat.internshipAt(internship) != 0) {
                        Facets facets = new Facets();
                        boolean lacks = prospect.lack(facets, facets.add(flat, internship)) == Prospect.IMPOSSIBLE;
                        lacking += lacks ? 1 : 0;
                        assertThat(lacks)
                                .as("seed %d, student %d, internship %d", seed, student, internship)
                                .isEqualTo(lacksOne(flat, judge, internship));
                    }
                }
            }
        }
        assertThat(lacking).isGreaterThan(500);
    }

    private static boolean lacksOne(FlatMarket flat, Judge judge, int internship) {
        int[] row = flat.internshipData();
        int at = flat.internshipAt(internship);
        boolean lacks = false;
        for (int word = 0; word < row[at + InternshipRow.REQUIRED_PREFERRED] >>> 16; word++) {
            int skill = row[at + InternshipRow.WORDS + word];
            lacks |= judge.levelAt(FlatMarket.skillOf(skill)) < FlatMarket.levelOf(skill);
        }
        return lacks;
    }

    /** The bound from what is known before the skills and topics are read. */
    private static int wide(FlatMarket flat, Prospect prospect, Ceilings ceilings, Judge judge, int internship) {
        int[] row = flat.internshipData();
        int at = flat.internshipAt(internship);
        int lack = 0;
        if (row[at + InternshipRow.REQUIRED_PREFERRED] >>> 16 > 0) {
            int first = row[at + InternshipRow.WORDS];
            for (int place = 0; place < judge.skillCount(); place++) {
                if (judge.skillAt(place) == FlatMarket.skillOf(first)) {
                    lack = prospect.lack(place, FlatMarket.levelOf(first));
                }
            }
        }
        return others(flat, prospect, ceilings, internship)
                + (ceilings.namesTopics(internship) ? prospect.research() : 0)
                - lack * ceilings.lossUnit(internship);
    }

    private static int narrowest(FlatMarket flat, Prospect prospect, Ceilings ceilings, int internship) {
        Facets facets = new Facets();
        facets.add(flat, internship);
        int start = facets.add(flat, internship);
        return others(flat, prospect, ceilings, internship)
                + (ceilings.namesTopics(internship) ? prospect.research(facets, start) : 0)
                - prospect.lack(facets, start) * ceilings.lossUnit(internship);
    }

    private static int others(FlatMarket flat, Prospect prospect, Ceilings ceilings, int internship) {
        int[] row = flat.internshipData();
        int at = flat.internshipAt(internship);
        return ceilings.worth(internship)
                + prospect.occupation(prospect.isInterestedIn(row[at + InternshipRow.OCCUPATION]))
                + prospect.location(row[at + InternshipRow.REGION])
                + prospect.dates(row[at + InternshipRow.FIRST_DAY]);
    }

    private static FlatMarket flat(Market market) {
        FlatMarket flat = new FlatMarket(market.programme(), market.asOf(), RandomMarkets.BY_FIRST_LETTERS);
        market.students().forEach(flat::put);
        market.internships().forEach(flat::put);
        flat.adoptRarity();
        return flat;
    }
}
