package dev.talentpipeline.matching.preference;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.NOW;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.ProgrammeFixture.programme;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.market.Apart;
import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.InternshipFixture;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.market.StudentFixture;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every rule once as it passes, at its very edge, and once as it fails. */
class EligibilityTest {

    /** Seeds that are near each other begin with the same draws, so that all markets would be of one kind. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    @Test
    void onlyActiveStudentsMayMeetAnInternship() {
        assertThat(verdict(student("s"), internship("i"))).isNull();
        assertThat(verdict(student("s").state(Student.State.PAUSED), internship("i")))
                .isEqualTo(Rule.STUDENT_ACTIVE);
        assertThat(verdict(student("s").state(Student.State.WITHDRAWN), internship("i")))
                .isEqualTo(Rule.STUDENT_ACTIVE);
    }

    @Test
    void anInternshipIsOpenUntilItIsWithdrawnOrItsLastMomentHasPassed() {
        assertThat(verdict(student("s"), internship("i").applyBy(NOW.plusMillis(1))))
                .isNull();
        assertThat(verdict(student("s"), internship("i").applyBy(NOW))).isEqualTo(Rule.INTERNSHIP_OPEN);
        assertThat(verdict(student("s"), internship("i").state(Internship.State.WITHDRAWN)))
                .isEqualTo(Rule.INTERNSHIP_OPEN);
    }

    @Test
    void theUniversityTakesPart() {
        assertThat(verdict(market().with(programme().universities("u-north")), student("s"), internship("i")))
                .isNull();
        assertThat(verdict(market().with(programme().universities("u-south")), student("s"), internship("i")))
                .isEqualTo(Rule.UNIVERSITY_TAKES_PART);
    }

    @Test
    void theCompanyTakesPart() {
        assertThat(verdict(market().with(programme().companies("c-river")), student("s"), internship("i")))
                .isNull();
        assertThat(verdict(market().with(programme().companies("c-hill")), student("s"), internship("i")))
                .isEqualTo(Rule.COMPANY_TAKES_PART);
    }

    @Test
    void theDegreeReachesTheMinimum() {
        InternshipFixture asksForMaster = internship("i").minimumDegree(Degree.MASTER);
        assertThat(verdict(student("s").degree(Degree.MASTER), asksForMaster)).isNull();
        assertThat(verdict(student("s").degree(Degree.BACHELOR), asksForMaster)).isEqualTo(Rule.DEGREE);
    }

    @Test
    void theMajorIsAmongThoseAdmitted() {
        InternshipFixture asksForMajor = internship("i").majors("Mathematics", "软件工程");
        assertThat(verdict(student("s").major(" mathematics"), asksForMajor)).isNull();
        assertThat(verdict(student("s").major("软件工程"), asksForMajor)).isNull();
        assertThat(verdict(student("s").major("History"), asksForMajor)).isEqualTo(Rule.MAJOR);
    }

    @Test
    void everyRequiredSkillReachesItsLevel() {
        InternshipFixture asks = internship("i").requires("java", 3).requires("sql", 2);
        assertThat(verdict(student("s").skill("java", 3).skill("sql", 2), asks)).isNull();
        assertThat(verdict(student("s").skill("java", 3).skill("sql", 1), asks)).isEqualTo(Rule.REQUIRED_SKILLS);
        assertThat(verdict(student("s").skill("java", 5), asks)).isEqualTo(Rule.REQUIRED_SKILLS);
    }

    @Test
    void theRegionOrRemoteWorkSuits() {
        assertThat(verdict(student("s").regions("CN-SH", "CN-BJ"), internship("i")))
                .isNull();
        assertThat(verdict(student("s").regions(), internship("i"))).isNull();
        assertThat(verdict(student("s").regions("CN-SH"), internship("i"))).isEqualTo(Rule.REGION);
        assertThat(verdict(
                        student("s").regions("CN-SH").remote(true),
                        internship("i").region("CN-BJ", true)))
                .isNull();
        assertThat(verdict(student("s").regions("CN-SH"), internship("i").region("CN-BJ", true)))
                .isEqualTo(Rule.REGION);
        assertThat(verdict(student("s").remote(true), internship("i").remoteOnly()))
                .isNull();
        assertThat(verdict(student("s").regions(), internship("i").remoteOnly()))
                .isEqualTo(Rule.REGION);
    }

    @Test
    void theStudentIsThereOnTheFirstDay() {
        LocalDate first = LocalDate.of(2027, 3, 1);
        assertThat(verdict(
                        student("s").available(first, first.plusYears(1)),
                        internship("i").startsOn(first)))
                .isNull();
        assertThat(verdict(
                        student("s").available(first.plusDays(1), first.plusYears(1)),
                        internship("i").startsOn(first)))
                .isEqualTo(Rule.START);
        assertThat(verdict(
                        student("s").available(first.minusYears(1), first.minusDays(1)),
                        internship("i").startsOn(first)))
                .isEqualTo(Rule.START);
    }

    @Test
    void theStudentStaysToTheLastDay() {
        LocalDate first = LocalDate.of(2027, 3, 1);
        InternshipFixture fourWeeks = internship("i").startsOn(first).weeks(4);
        assertThat(verdict(student("s").available(first, LocalDate.of(2027, 3, 28)), fourWeeks))
                .isNull();
        assertThat(verdict(student("s").available(first, LocalDate.of(2027, 3, 27)), fourWeeks))
                .isEqualTo(Rule.WEEKS);
    }

    @Test
    void theDaysAWeekSuffice() {
        assertThat(verdict(student("s").daysPerWeek(4), internship("i").daysPerWeek(4)))
                .isNull();
        assertThat(verdict(student("s").daysPerWeek(3), internship("i").daysPerWeek(4)))
                .isEqualTo(Rule.DAYS_PER_WEEK);
    }

    @Test
    void theStipendReachesTheMinimum() {
        assertThat(verdict(student("s").minimumStipend(5000), internship("i").stipend(5000)))
                .isNull();
        assertThat(verdict(student("s").minimumStipend(5001), internship("i").stipend(5000)))
                .isEqualTo(Rule.STIPEND);
    }

    @Test
    void onlyTheseKeepsEverybodyElseOut() {
        assertThat(verdict(student("s").acceptsOnly("i"), internship("i"))).isNull();
        assertThat(verdict(student("s").acceptsOnly("other"), internship("i"))).isEqualTo(Rule.LISTED_BY_STUDENT);
        assertThat(verdict(student("s"), internship("i").acceptsOnly("s"))).isNull();
        assertThat(verdict(student("s"), internship("i").acceptsOnly("other"))).isEqualTo(Rule.LISTED_BY_INTERNSHIP);
    }

    @Test
    void explicitListsAskEachToListTheOther() {
        MarketFixture explicit = market().with(programme().lists(Programme.Lists.EXPLICIT));
        assertThat(verdict(explicit, student("s").prefers("i"), internship("i")))
                .isEqualTo(Rule.LISTED_BY_INTERNSHIP);
        MarketFixture mutual = market().with(programme().lists(Programme.Lists.EXPLICIT));
        assertThat(verdict(mutual, student("s").prefers("i"), internship("i").prefers("s")))
                .isNull();
    }

    @Test
    void anExcludedStudentIsOut() {
        assertThat(verdict(student("s"), internship("i").excludes("other"))).isNull();
        assertThat(verdict(student("s"), internship("i").excludes("s", "other")))
                .isEqualTo(Rule.NOT_EXCLUDED);
    }

    @Test
    void aPairThatIsKeptApartIsOut() {
        assertThat(verdict(market().apart("s", "i", Apart.BARRED), student("s"), internship("i")))
                .isEqualTo(Rule.NOT_BARRED);
        assertThat(verdict(market().apart("s", "i", Apart.WAITING), student("s"), internship("i")))
                .isEqualTo(Rule.NOT_WAITING);
        assertThat(verdict(market().apart("s", "other", Apart.BARRED), student("s"), internship("i")))
                .isNull();
    }

    @Test
    void theStudentHasConsented() {
        assertThat(verdict(student("s").consent(false), internship("i"))).isEqualTo(Rule.CONSENT);
    }

    @Test
    void theFirstFailingRuleIsTheReason() {
        assertThat(verdict(
                        student("s").degree(Degree.ASSOCIATE).consent(false).minimumStipend(9000),
                        internship("i").requires("java", 1)))
                .isEqualTo(Rule.DEGREE);
    }

    @Test
    void allFailingRulesAreToldInTheirOrderAndNoneOfAPairThatMayMeet() {
        RankedMarket ranked = RankedMarket.of(market().with(
                        student("s").degree(Degree.ASSOCIATE).consent(false).minimumStipend(9000))
                .with(internship("i").requires("java", 1))
                .build());
        assertThat(ranked.failing(0, 0)).containsExactly(Rule.DEGREE, Rule.REQUIRED_SKILLS, Rule.STIPEND, Rule.CONSENT);
        RankedMarket meeting = RankedMarket.of(
                market().with(student("s")).with(internship("i")).build());
        assertThat(meeting.failing(0, 0)).isEmpty();
    }

    @Test
    void theFirstOfAllFailingRulesIsTheFirstFailingOne() {
        for (long seed = 1; seed <= 50; seed++) {
            RankedMarket ranked = RankedMarket.of(new RandomMarkets(seed * SPREAD).market(8, 8));
            for (int student = 0; student < ranked.students(); student++) {
                for (int internship = 0; internship < ranked.internships(); internship++) {
                    assertThat(ranked.failing(student, internship).stream().findFirst())
                            .isEqualTo(Optional.ofNullable(ranked.firstFailing(student, internship)));
                }
            }
        }
    }

    @Test
    void theRequiredSkillsThatAreLackingAreTold() {
        RankedMarket ranked = RankedMarket.of(market().with(
                        student("s").skill("java", 2).skill("sql", 4))
                .with(internship("i").requires("java", 3).requires("sql", 4).requires("cad", 1))
                .build());
        assertThat(ranked.lackingSkills(0, 0))
                .containsExactlyInAnyOrder(new RequiredSkill("java", 3), new RequiredSkill("cad", 1));
    }

    @Test
    void everyRuleSaysItsReasonInBothLanguages() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.english()).endsWith(".").isASCII();
            assertThat(rule.chinese()).endsWith("。");
        }
    }

    private static @Nullable Rule verdict(StudentFixture student, InternshipFixture internship) {
        return verdict(market(), student, internship);
    }

    private static @Nullable Rule verdict(MarketFixture market, StudentFixture student, InternshipFixture internship) {
        return RankedMarket.of(market.with(student).with(internship).build()).firstFailing(0, 0);
    }
}
