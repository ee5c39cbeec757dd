package dev.talentpipeline.matching.explanation;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.explanation.Unmatched.Cause;
import dev.talentpipeline.matching.explanation.Unmatched.Why;
import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnmatchedTest {

    private static final String HERE = "here";

    @Test
    void everyStudentWithoutASeatCountsOnceByWhatKeepsThemFromOne() {
        MarketFixture market = market().with(
                        internship("full").requires("java", 2).seats(1),
                        internship("free").requires("go", 2).seats(1),
                        internship("masters").requires("java", 2).minimumDegree(Degree.MASTER))
                .with(
                        student("holds").university(HERE).skill("java", 2).degree(Degree.BACHELOR),
                        student("behind").university(HERE).skill("java", 2).degree(Degree.BACHELOR),
                        student("next").university(HERE).skill("go", 2).degree(Degree.BACHELOR),
                        student("no skill").university(HERE).degree(Degree.BACHELOR),
                        student("no skill either").university(HERE).degree(Degree.BACHELOR),
                        student("elsewhere").university("there").degree(Degree.BACHELOR),
                        student("paused").university(HERE).state(Student.State.PAUSED),
                        student("no consent").university(HERE).consent(false))
                .seated("holds", "full");

        assertThat(unmatched(market))
                .isEqualTo(new Unmatched(
                        4,
                        List.of(
                                new Cause(new Why.Kept(Rule.REQUIRED_SKILLS), 2),
                                new Cause(new Why.Seats(false), 1),
                                new Cause(new Why.Seats(true), 1))));
    }

    @Test
    void whatAloneStandsBetweenGoesBeforeWhatFailsMoreOften() {
        MarketFixture market = market().with(
                        internship("one").requires("java", 2).stipend(100),
                        internship("two").requires("java", 2).stipend(100),
                        internship("three").requires("sql", 2).stipend(5000))
                .with(student("s").university(HERE).minimumStipend(4000));

        assertThat(unmatched(market).causes()).containsExactly(new Cause(new Why.Kept(Rule.REQUIRED_SKILLS), 1));
        assertThat(unmatched(market.with(internship("four").stipend(100))).causes())
                .as("skills and stipend each alone keep from one: the earlier rule is named")
                .containsExactly(new Cause(new Why.Kept(Rule.REQUIRED_SKILLS), 1));
        assertThat(unmatched(market.with(internship("five").stipend(200))).causes())
                .containsExactly(new Cause(new Why.Kept(Rule.STIPEND), 1));
    }

    @Test
    void whereNothingIsOpenNothingElseIsToBlame() {
        MarketFixture market = market().with(internship("gone").state(Internship.State.WITHDRAWN))
                .with(student("s").university(HERE));

        assertThat(unmatched(market)).isEqualTo(new Unmatched(1, List.of(new Cause(new Why.NothingOpen(), 1))));
    }

    private static Unmatched unmatched(MarketFixture market) {
        return new Explanations(new PublishedMarket(market.build(), List.of(), Map.of())).unmatched(HERE);
    }
}
