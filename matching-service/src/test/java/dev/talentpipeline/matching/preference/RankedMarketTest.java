package dev.talentpipeline.matching.preference;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.market.MarketFixture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankedMarketTest {

    @Test
    void aStudentsOwnListComesFirstAndTheRestFollowsByScore() {
        RankedMarket ranked = RankedMarket.of(
                market().with(student("s").prefers("low", "gone").skill("java", 5))
                        .with(
                                internship("high").likes("java"),
                                internship("low"),
                                internship("poor").likes("go"))
                        .build());

        assertThat(internships(ranked, ranked.choicesOf(0))).containsExactly("low", "high", "poor");
    }

    @Test
    void anInternshipsOwnListComesFirstAndTheRestFollowsByScore() {
        RankedMarket ranked = RankedMarket.of(market().with(
                        student("good").skill("java", 3),
                        student("best").skill("java", 5),
                        student("listed").skill("java", 1))
                .with(internship("i").prefers("listed").requires("java", 1))
                .build());

        assertThat(students(ranked, ranked.candidatesOf(0))).containsExactly("listed", "best", "good");
    }

    @Test
    void equalStudentsFollowTheirLotteryNumbers() {
        MarketFixture fixture = market().with(internship("i"));
        for (int s = 0; s < 50; s++) {
            fixture.with(student("s" + s));
        }
        RankedMarket ranked = RankedMarket.of(fixture.build());

        List<String> numbers = Arrays.stream(ranked.candidatesOf(0))
                .mapToObj(student -> Lottery.shown(ranked.lotteryNumber(student)))
                .toList();
        assertThat(numbers).hasSize(50).isSorted();
    }

    private static List<String> internships(RankedMarket ranked, int[] indexes) {
        return Arrays.stream(indexes).mapToObj(i -> ranked.internship(i).id()).toList();
    }

    private static List<String> students(RankedMarket ranked, int[] indexes) {
        return Arrays.stream(indexes).mapToObj(s -> ranked.student(s).id()).toList();
    }
}
