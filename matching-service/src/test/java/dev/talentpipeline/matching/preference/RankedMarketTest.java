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

    @Test
    void theTableHoldsEveryEligiblePairInTheStudentsOrder() {
        RankedMarket ranked = RankedMarket.of(market().with(
                        student("s1").prefers("i3", "i1"), student("s2").consent(false), student("s3"))
                .with(internship("i1"), internship("i2"), internship("i3").excludes("s3"))
                .build());
        PreferenceTable table = ranked.preferences();

        assertThat(table.pairs()).isEqualTo(5);
        for (int student = 0; student < ranked.students(); student++) {
            int[] row = new int[table.rowEnd(student) - table.rowStart(student)];
            for (int place = 0; place < row.length; place++) {
                row[place] = table.internshipAt(table.rowStart(student) + place);
                assertThat(table.priorityAt(table.rowStart(student) + place))
                        .isEqualTo(ranked.internshipsPriority(student, row[place]));
            }
            assertThat(row).isEqualTo(ranked.choicesOf(student));
        }
    }

    private static List<String> internships(RankedMarket ranked, int[] indexes) {
        return Arrays.stream(indexes).mapToObj(i -> ranked.internship(i).id()).toList();
    }

    private static List<String> students(RankedMarket ranked, int[] indexes) {
        return Arrays.stream(indexes).mapToObj(s -> ranked.student(s).id()).toList();
    }
}
