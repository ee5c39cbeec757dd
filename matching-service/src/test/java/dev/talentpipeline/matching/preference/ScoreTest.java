package dev.talentpipeline.matching.preference;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.ProgrammeFixture.programme;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.talentpipeline.matching.market.InternshipFixture;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.market.StudentFixture;
import dev.talentpipeline.matching.preference.Score.PartScore;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void isTheWeightedMeanOfItsParts() {
        Score score = score(
                market().with(programme().weights(Map.of("skills", 2.0, "stipend", 0.0))),
                student("s").skill("java", 4).occupations("ai-trainer"),
                internship("i").requires("java", 3).likes("go"));

        double weighted = score.parts().stream()
                .mapToDouble(part -> part.value() * part.weight())
                .sum();
        double weights = score.parts().stream().mapToDouble(PartScore::weight).sum();
        assertThat(score.value()).isCloseTo(weighted / weights, within(0.5e-6));
        assertThat(part(score, Part.SKILLS).weight()).isEqualTo(2.0);
        assertThat(part(score, Part.STIPEND).weight()).isZero();
        assertThat(part(score, Part.RESEARCH).weight()).isEqualTo(Part.RESEARCH.defaultWeight());
    }

    @Test
    void isZeroWhereNothingWeighsAnything() {
        Map<String, Double> nothing = Map.of(
                "skills", 0.0, "occupation", 0.0, "research", 0.0, "location", 0.0, "dates", 0.0, "stipend", 0.0);
        assertThat(score(market().with(programme().weights(nothing)), student("s"), internship("i"))
                        .millionths())
                .isZero();
    }

    @Test
    void partsStayBetweenZeroAndOne() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            StudentFixture student = student("s")
                    .skill("a", 1 + random.nextInt(5))
                    .skill("b", 1 + random.nextInt(5))
                    .minimumStipend(random.nextInt(6001))
                    .regions("CN-BJ", "CN-SH");
            InternshipFixture internship = internship("i")
                    .requires("a", 1)
                    .likes("b", "c")
                    .researchTopics("robot arms")
                    .startsOn(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(200)));
            assertThat(score(market(), student, internship).parts())
                    .allSatisfy(part -> assertThat(part.value()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void aRequiredSkillCountsHalfAtItsLeastLevelAndOneAtTheTop() {
        InternshipFixture asks = internship("i").requires("java", 3);
        assertThat(value(student("s").skill("java", 3), asks, Part.SKILLS)).isEqualTo(0.5);
        assertThat(value(student("s").skill("java", 4), asks, Part.SKILLS)).isEqualTo(0.75);
        assertThat(value(student("s").skill("java", 5), asks, Part.SKILLS)).isEqualTo(1.0);
        assertThat(value(student("s").skill("java", 5), internship("i").requires("java", 5), Part.SKILLS))
                .isEqualTo(1.0);
    }

    @Test
    void aPreferredSkillCountsInPartAtALowerLevel() {
        InternshipFixture likes = internship("i").likes("go");
        assertThat(value(student("s"), likes, Part.SKILLS)).isZero();
        assertThat(value(student("s").skill("go", 1), likes, Part.SKILLS)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(value(student("s").skill("go", 4), likes, Part.SKILLS)).isEqualTo(1.0);
    }

    @Test
    void anOccupationOfInterestCounts() {
        assertThat(value(student("s").occupations("ai-trainer"), internship("i"), Part.OCCUPATION))
                .isEqualTo(1.0);
        assertThat(value(student("s").occupations("other"), internship("i"), Part.OCCUPATION))
                .isZero();
        assertThat(value(student("s"), internship("i"), Part.OCCUPATION)).isEqualTo(0.5);
    }

    @Test
    void theFirstRegionIsBetterThanTheLastAndRemoteIsBehindBoth() {
        InternshipFixture beijing = internship("i").region("CN-BJ", true);
        assertThat(value(student("s").regions("CN-BJ", "CN-SH"), beijing, Part.LOCATION))
                .isEqualTo(1.0);
        assertThat(value(student("s").regions("CN-SH", "CN-BJ"), beijing, Part.LOCATION))
                .isEqualTo(0.6);
        assertThat(value(student("s").regions(), beijing, Part.LOCATION)).isEqualTo(0.8);
        assertThat(value(student("s").regions("CN-SH").remote(true), beijing, Part.LOCATION))
                .isEqualTo(0.5);
    }

    @Test
    void anEarlierStartAndAHigherStipendAreBetter() {
        assertThat(value(student("s"), internship("i").startsOn(LocalDate.of(2027, 1, 1)), Part.DATES))
                .isEqualTo(1.0);
        assertThat(value(student("s"), internship("i").startsOn(LocalDate.of(2027, 7, 2)), Part.DATES))
                .isZero();
        assertThat(value(student("s"), internship("i").stipend(3000), Part.STIPEND))
                .isEqualTo(0.5);
        assertThat(value(student("s"), internship("i").stipend(9000), Part.STIPEND))
                .isEqualTo(0.75);
    }

    @Test
    void sharedTermsBringTopicsNearInChineseAndEnglish() {
        assertThat(value(
                        student("s").researchTopics("大模型推理加速"), internship("i").researchTopics("大模型推理"), Part.RESEARCH))
                .isCloseTo(0.8, within(1e-6));
        assertThat(value(
                        student("s").researchTopics("Graph neural networks"),
                        internship("i").researchTopics("graph databases"),
                        Part.RESEARCH))
                .isCloseTo(0.4, within(1e-6));
        assertThat(value(
                        student("s").researchTopics("芯片验证"),
                        internship("i").researchTopics("digital humans"),
                        Part.RESEARCH))
                .isZero();
        assertThat(value(student("s").researchTopics("芯片验证"), internship("i"), Part.RESEARCH))
                .isEqualTo(0.5);
    }

    @Test
    void theLotteryIsTheStartOfTheHashOfSeedAndId() {
        // echo -n 'seed/s1' | sha256sum
        assertThat(Lottery.shown(new Lottery("seed").numberOf("s1"))).isEqualTo("9a206dbe3b4eba3c");
    }

    private static double value(StudentFixture student, InternshipFixture internship, Part part) {
        return part(score(market(), student, internship), part).value();
    }

    private static PartScore part(Score score, Part part) {
        return score.parts().get(part.ordinal());
    }

    private static Score score(MarketFixture market, StudentFixture student, InternshipFixture internship) {
        return RankedMarket.of(market.with(student).with(internship).build()).score(0, 0);
    }
}
