package dev.talentpipeline.matching.explanation;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.explanation.SkillGain.Opened;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.RankedMarket;
import dev.talentpipeline.matching.preference.RequiredSkill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillGainsTest {

    /** Seeds that are near each other begin with the same draws, so that all markets would be of one kind. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    @Test
    void theSkillThatOpensTheMostSeatsComesFirst() {
        Market market = market().with(student("s").skill("java", 3))
                .with(
                        internship("open").requires("java", 3).seats(9),
                        internship("one").requires("sql", 2).seats(4),
                        internship("two").requires("cad", 1).seats(5))
                .build();

        assertThat(gains(market))
                .containsExactly(
                        gain("cad", 1, 0, 5, opened(market, "two", 5)), gain("sql", 2, 0, 4, opened(market, "one", 4)));
    }

    @Test
    void reachingALevelAlsoOpensWhatAsksForLess() {
        Market market = market().with(student("s").skill("java", 1))
                .with(
                        internship("at-2").requires("java", 2).seats(2),
                        internship("at-4").requires("java", 4).seats(3),
                        internship("at-1").requires("java", 1).seats(7))
                .build();

        assertThat(gains(market))
                .containsExactly(
                        gain("java", 4, 1, 5, opened(market, "at-4", 3), opened(market, "at-2", 2)),
                        gain("java", 2, 1, 2, opened(market, "at-2", 2)));
    }

    @Test
    void ofEqualGainsTheOneWithFewerLevelsToClimbComesFirst() {
        Market market = market().with(student("s").skill("sql", 2))
                .with(internship("a").requires("java", 3), internship("b").requires("sql", 3))
                .build();

        assertThat(gains(market))
                .extracting(SkillGain::reach)
                .extracting(RequiredSkill::skill)
                .containsExactly("sql", "java");
    }

    @Test
    void onlyWhatOneSkillAloneKeepsShutCounts() {
        MarketFixture fixture = market().with(student("s").minimumStipend(5000))
                .with(
                        internship("counts").requires("java", 2),
                        internship("two-skills").requires("java", 2).requires("sql", 2),
                        internship("too-poor").requires("java", 2).stipend(4000),
                        internship("excluded").requires("java", 2).excludes("s"),
                        internship("withdrawn").requires("java", 2).state(Internship.State.WITHDRAWN));
        Market market = fixture.build();

        assertThat(gains(market)).containsExactly(gain("java", 2, 0, 1, opened(market, "counts", 1)));
    }

    @Test
    void onlyFreeSeatsCount() {
        Market market = market().with(student("s"), student("other").skill("java", 5))
                .with(
                        internship("part-full").requires("java", 2).seats(3),
                        internship("full").requires("java", 2).seats(1))
                .seated("other", "part-full")
                .seated("another", "full")
                .build();

        assertThat(gains(market)).containsExactly(gain("java", 2, 0, 2, opened(market, "part-full", 2)));
    }

    @Test
    void nothingOpensToAStudentWhoIsOutForAnotherReason() {
        assertThat(gains(market().with(student("s").consent(false))
                        .with(internship("i").requires("java", 2))
                        .build()))
                .isEmpty();
    }

    @Test
    void aFewExamplesSuffice() {
        MarketFixture fixture = market().with(student("s"));
        for (int i = 1; i <= 5; i++) {
            fixture.with(internship("i" + i).requires("java", 2).seats(i));
        }
        Market market = fixture.build();

        assertThat(gains(market).getFirst())
                .isEqualTo(new SkillGain(
                        new RequiredSkill("java", 2),
                        0,
                        15,
                        5,
                        List.of(opened(market, "i5", 5), opened(market, "i4", 4), opened(market, "i3", 3))));
    }

    @Test
    void aStudentWhoReachesTheLevelMayHaveExactlyTheSeatsThatWereToldMore() {
        int told = 0;
        for (long seed = 1; seed <= 300; seed++) {
            Market market = new RandomMarkets(seed * SPREAD).market(6, 12);
            RankedMarket ranked = RankedMarket.of(market);
            for (int student = 0; student < ranked.students(); student++) {
                for (SkillGain gain : SkillGains.of(ranked, student)) {
                    Student learned = withSkill(ranked.student(student), gain.reach());
                    assertThat(freeSeatsFor(learned, market) - freeSeatsFor(ranked.student(student), market))
                            .as("seed %d, student %s, %s", seed, learned.id(), gain.reach())
                            .isEqualTo(gain.seats());
                    told++;
                }
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    private static long freeSeatsFor(Student student, Market market) {
        List<Student> students = new ArrayList<>(market.students());
        students.replaceAll(other -> other.id().equals(student.id()) ? student : other);
        RankedMarket ranked = RankedMarket.of(new Market(
                market.asOf(), market.programme(), students, market.internships(), market.seats(), market.apart()));
        long seats = 0;
        for (int choice : ranked.choicesOf(ranked.studentIndex(student.id()).orElseThrow())) {
            seats += ranked.freeSeats(choice);
        }
        return seats;
    }

    private static Student withSkill(Student student, RequiredSkill reached) {
        Map<String, Integer> skills = new HashMap<>(student.skills());
        skills.put(reached.skill(), reached.level());
        return new Student(
                student.id(),
                student.version(),
                student.state(),
                student.personId(),
                student.university(),
                student.degree(),
                student.major(),
                skills,
                student.occupations(),
                student.researchTopics(),
                student.regions(),
                student.remote(),
                student.availableFrom(),
                student.availableUntil(),
                student.daysPerWeek(),
                student.minimumStipend(),
                student.preferences(),
                student.consent());
    }

    private static List<SkillGain> gains(Market market) {
        RankedMarket ranked = RankedMarket.of(market);
        return SkillGains.of(ranked, ranked.studentIndex("s").orElseThrow());
    }

    private static SkillGain gain(String skill, int level, int currentLevel, long seats, Opened... opened) {
        return new SkillGain(new RequiredSkill(skill, level), currentLevel, seats, opened.length, List.of(opened));
    }

    private static Opened opened(Market market, String id, int freeSeats) {
        return new Opened(
                market.internships().stream()
                        .filter(internship -> internship.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                freeSeats);
    }
}
