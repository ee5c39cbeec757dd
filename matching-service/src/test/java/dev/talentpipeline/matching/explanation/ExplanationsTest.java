package dev.talentpipeline.matching.explanation;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.explanation.Standing.Eligible;
import dev.talentpipeline.matching.explanation.Standing.Ineligible;
import dev.talentpipeline.matching.explanation.Standing.Verdict;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.preference.RequiredSkill;
import dev.talentpipeline.matching.preference.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a student who asks "why not that one" is told. */
class ExplanationsTest {

    @Test
    void anIneligibleStudentIsToldTheFirstFailingRuleAndEverySkillThatIsLacking() {
        assertThat(verdict(market().with(student("s").skill("java", 2).minimumStipend(9000))
                        .with(internship("i")
                                .requires("java", 3)
                                .requires("sql", 1)
                                .requires("cad", 2))))
                .isEqualTo(new Ineligible(
                        Rule.REQUIRED_SKILLS,
                        List.of(
                                new RequiredSkill("cad", 2),
                                new RequiredSkill("java", 3),
                                new RequiredSkill("sql", 1))));
        assertThat(verdict(market().with(student("s").skill("java", 3).minimumStipend(9000))
                        .with(internship("i").requires("java", 3))))
                .isEqualTo(new Ineligible(Rule.STIPEND, List.of()));
    }

    @Test
    void aFreeSeatIsToldToWhoMayHaveIt() {
        assertThat(prospect(market().with(student("s"), student("other"))
                        .with(internship("i").seats(2))
                        .seated("other", "i")))
                .isEqualTo(Prospect.SEAT_FREE);
    }

    @Test
    void whoHoldsASeatIsToldSo() {
        assertThat(prospect(market().with(student("s")).with(internship("i")).seated("s", "i")))
                .isEqualTo(Prospect.SEAT_HELD);
    }

    @Test
    void ofAFullInternshipTheCutoffIsHeldAgainstTheStudentsPriority() {
        assertThat(prospect(full().with(student("s").skill("java", 4)))).isEqualTo(Prospect.CUTOFF_PASSED);
        assertThat(prospect(full().with(student("s").skill("java", 2)))).isEqualTo(Prospect.CUTOFF_NOT_PASSED);
    }

    @Test
    void whoRanksAboveTheLastAdmittedButHasAPlaceElsewhereIsNotToldToHaveMissedOne() {
        assertThat(prospect(full().with(student("s").skill("java", 4))
                        .with(internship("elsewhere"))
                        .seated("s", "elsewhere")))
                .isEqualTo(Prospect.SEAT_ELSEWHERE);
        assertThat(prospect(full().with(student("s").skill("java", 2))
                        .with(internship("elsewhere"))
                        .seated("s", "elsewhere")))
                .as("others come first, wherever the student is")
                .isEqualTo(Prospect.CUTOFF_NOT_PASSED);
        assertThat(prospect(market().with(student("s"))
                        .with(internship("i"), internship("elsewhere"))
                        .seated("s", "elsewhere")))
                .as("a seat is free, but not for somebody who has another")
                .isEqualTo(Prospect.SEAT_ELSEWHERE);
    }

    @Test
    void whoKeepsAPlaceIsStillThereForWhatTheyWantMore() {
        assertThat(prospect(market().with(student("s").prefers("i", "kept"))
                        .with(internship("i"), internship("kept"))
                        .kept("s", "kept")))
                .isEqualTo(Prospect.SEAT_FREE);
        assertThat(prospect(market().with(student("s").prefers("kept", "i"))
                        .with(internship("i"), internship("kept"))
                        .kept("s", "kept")))
                .isEqualTo(Prospect.SEAT_ELSEWHERE);
    }

    @Test
    void betweenTwoListedStudentsThePlaceInTheListDecides() {
        assertThat(prospect(fullBy("other", "s", "other"))).isEqualTo(Prospect.CUTOFF_PASSED);
        assertThat(prospect(fullBy("other", "other", "s"))).isEqualTo(Prospect.CUTOFF_NOT_PASSED);
    }

    @Test
    void aSeatOfSomebodyWhoseFactsAreGoneGivesNoCutoff() {
        assertThat(prospect(market().with(student("s")).with(internship("i")).seated("erased", "i")))
                .isEqualTo(Prospect.NO_SEAT);
    }

    @Test
    void aPageOfTheRankingTellsOfEachInternshipWhatItsOwnSeatsHold() {
        Explanations explanations = explanations(market().with(
                        student("s").prefers("a", "b", "c"), student("other").skill("java", 5))
                .with(internship("a"), internship("b").likes("java"), internship("c"))
                .seated("other", "b")
                .build());

        List<Standing> page = explanations.ranking(explanations.student("s").orElseThrow(), 1, 2);

        assertThat(page).extracting(standing -> standing.internship().id()).containsExactly("b", "c");
        assertThat(page).extracting(ExplanationsTest::rank).containsExactly(2, 3);
        assertThat(page)
                .extracting(ExplanationsTest::prospect)
                .containsExactly(Prospect.CUTOFF_NOT_PASSED, Prospect.SEAT_FREE);
    }

    @Test
    void everyProspectIsSaidInBothLanguages() {
        for (Prospect prospect : Prospect.values()) {
            assertThat(prospect.english()).endsWith(".").isASCII();
            assertThat(prospect.chinese()).endsWith("。");
        }
    }

    private static MarketFixture full() {
        return market().with(internship("i").requires("java", 1))
                .with(student("other").skill("java", 3))
                .seated("other", "i");
    }

    private static MarketFixture fullBy(String holder, String... list) {
        return market().with(student("s"), student(holder))
                .with(internship("i").prefers(list))
                .seated(holder, "i");
    }

    private static Prospect prospect(MarketFixture market) {
        return prospect(standing(market));
    }

    private static Prospect prospect(Standing standing) {
        return ((Eligible) standing.verdict()).prospect();
    }

    private static int rank(Standing standing) {
        return ((Eligible) standing.verdict()).rank();
    }

    private static Verdict verdict(MarketFixture market) {
        return standing(market).verdict();
    }

    private static Standing standing(MarketFixture market) {
        Explanations explanations = explanations(market.build());
        return explanations.standingWith(
                explanations.student("s").orElseThrow(),
                explanations.internship("i").orElseThrow());
    }

    private static Explanations explanations(Market market) {
        return new Explanations(new PublishedMarket(market, List.of(), Map.of()));
    }
}
