package dev.talentpipeline.matching.preference;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.talentpipeline.matching.market.MarketFixture;
import org.junit.jupiter.api.Test;

class SkillRarityTest {

    @Test
    void weighsOneHalfMoreForEveryHalvingUpToFive() {
        assertThat(SkillRarity.weight(1, 1)).isEqualTo(2);
        assertThat(SkillRarity.weight(100, 51)).isEqualTo(2);
        assertThat(SkillRarity.weight(100, 50)).isEqualTo(3);
        assertThat(SkillRarity.weight(100, 26)).isEqualTo(3);
        assertThat(SkillRarity.weight(100, 25)).isEqualTo(4);
        assertThat(SkillRarity.weight(1_000_000, 1)).isEqualTo(10);
        assertThat(SkillRarity.weight(5, 0)).isEqualTo(2);
    }

    @Test
    void aRareSkillCountsMoreThanACommonOne() {
        MarketFixture openings = market().with(internship("both").likes("java", "fpga"));
        for (int number = 0; number < 3; number++) {
            openings = openings.with(internship("java-" + number).likes("java"));
        }
        RankedMarket ranked = RankedMarket.of(openings.with(student("common").skill("java", 5))
                .with(student("rare").skill("fpga", 5))
                .build());

        // All four name Java, which weighs 1; one of four names FPGA, which weighs 2.
        assertThat(skills(ranked, "common")).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(skills(ranked, "rare")).isCloseTo(2.0 / 3, within(1e-9));
    }

    private static double skills(RankedMarket ranked, String student) {
        return ranked.score(
                        ranked.studentIndex(student).orElseThrow(),
                        ranked.internshipIndex("both").orElseThrow())
                .parts()
                .get(Part.SKILLS.ordinal())
                .value();
    }
}
