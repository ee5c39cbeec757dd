package dev.talentpipeline.matching.explanation;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.market;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.matching.engine.RandomMarkets;
import dev.talentpipeline.matching.explanation.RequirementCosts.Cost;
import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.market.StudentFixture;
import dev.talentpipeline.matching.preference.RankedMarket;
import dev.talentpipeline.matching.preference.RequiredSkill;
import dev.talentpipeline.matching.preference.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequirementCostsTest {

    /** Seeds that are near each other begin with the same draws, so that all markets would be of one kind. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

    @Test
    void everyRequirementIsToldWithWhomItAloneKeepsOut() {
        MarketFixture market = market().with(internship("i")
                        .minimumDegree(Degree.MASTER)
                        .majors("Mathematics")
                        .requires("java", 3)
                        .requires("sql", 2)
                        .startsOn(FIRST)
                        .weeks(4)
                        .daysPerWeek(4)
                        .stipend(5000))
                .with(
                        able("fits"),
                        able("fits too"),
                        able("degree").degree(Degree.BACHELOR),
                        able("major").major("History"),
                        able("java 1").skill("java", 2),
                        able("java 2").skill("java", 1),
                        able("java 3").skill("java", 2),
                        able("sql").skill("sql", 1),
                        able("region").regions("CN-SH"),
                        able("days").daysPerWeek(3),
                        able("stipend").minimumStipend(5001));

        assertThat(costs(market))
                .isEqualTo(new RequirementCosts(
                        2,
                        List.of(
                                cost("java", 3, 3),
                                cost(Requirement.MINIMUM_DEGREE, 1),
                                cost(Requirement.MAJORS, 1),
                                cost("sql", 2, 1),
                                cost(Requirement.PLACE, 1),
                                cost(Requirement.DAYS_PER_WEEK, 1),
                                cost(Requirement.STIPEND, 1),
                                cost(Requirement.DATES, 0))));
    }

    @Test
    void firstDayAndWeeksAreOneRequirement() {
        MarketFixture market = market().with(internship("i").startsOn(FIRST).weeks(4))
                .with(
                        student("late").available(FIRST.plusDays(1), FIRST.plusYears(1)),
                        student("leaves").available(FIRST, FIRST.plusDays(26)),
                        student("gone").available(FIRST.minusYears(1), FIRST.minusDays(1)),
                        student("late and leaves").available(FIRST.plusDays(1), FIRST.plusDays(26)),
                        student("stays").available(FIRST, FIRST.plusDays(27)));

        assertThat(costs(market).costs().getFirst()).isEqualTo(cost(Requirement.DATES, 4));
        assertThat(costs(market).eligible()).isEqualTo(1);
    }

    @Test
    void whoIsKeptOutTwiceIsNobodysCost() {
        MarketFixture market = market().with(
                        internship("i").requires("java", 2).requires("sql", 2).stipend(5000))
                .with(
                        student("both skills"),
                        student("skill and stipend").skill("sql", 2).minimumStipend(5001),
                        student("paused").skill("sql", 2).state(Student.State.PAUSED),
                        student("no consent").skill("sql", 2).consent(false),
                        student("only elsewhere").skill("sql", 2).acceptsOnly("other"));

        assertThat(costs(market).eligible()).isZero();
        assertThat(costs(market).costs()).extracting(Cost::keptOut).containsOnly(0);
        assertThat(costs(market.with(student("java").skill("sql", 2))).costs().getFirst())
                .isEqualTo(cost("java", 2, 1));
    }

    @Test
    void ofADraftTheRequirementsAreCountedAndListsAreNot() {
        Market market = market().with(
                        student("java").skill("java", 2),
                        student("only elsewhere").skill("java", 2).acceptsOnly("other"),
                        student("no java"),
                        student("paused").skill("java", 2).state(Student.State.PAUSED))
                .build();
        Internship draft = internship("draft").requires("java", 2).build();

        RequirementCosts costs =
                new Explanations(new PublishedMarket(market, List.of(), Map.of())).requirementCostsOfDraft(draft);

        assertThat(costs.eligible()).isEqualTo(2);
        assertThat(costs.costs().getFirst()).isEqualTo(cost("java", 2, 1));
    }

    @Test
    void anInternshipThatTakesNobodyNewIsOutOfReachWhateverItAsks() {
        MarketFixture market = market().with(internship("i").requires("java", 2).state(Internship.State.WITHDRAWN))
                .with(student("fits").skill("java", 2), student("does not"));

        assertThat(costs(market).eligible()).isZero();
        assertThat(costs(market).costs()).extracting(Cost::keptOut).containsOnly(0);
    }

    @Test
    void everyRuleAboutWhatAnInternshipAsksHasItsRequirement() {
        assertThat(Rule.values())
                .filteredOn(rule -> Requirement.behind(rule) != null)
                .containsExactly(
                        Rule.DEGREE,
                        Rule.MAJOR,
                        Rule.REQUIRED_SKILLS,
                        Rule.REGION,
                        Rule.START,
                        Rule.WEEKS,
                        Rule.DAYS_PER_WEEK,
                        Rule.STIPEND);
    }

    @Test
    void withoutTheRequirementExactlyThoseItKeptOutAreEligibleToo() {
        Map<Requirement, Integer> told = new HashMap<>();
        for (long seed = 1; seed <= 300; seed++) {
            Market market = new RandomMarkets(seed * SPREAD).market(12, 4);
            for (Internship internship : market.internships()) {
                RequirementCosts costs = costs(market, internship);
                for (Cost cost : costs.costs()) {
                    if (cost.requirement() != Requirement.PLACE && cost.requirement() != Requirement.DATES) {
                        assertThat(costs(market, without(internship, cost)).eligible() - costs.eligible())
                                .as("seed %d, internship %s, %s", seed, internship.id(), cost)
                                .isEqualTo(cost.keptOut());
                        told.merge(cost.requirement(), cost.keptOut(), Integer::sum);
                    }
                }
            }
        }
        assertThat(told)
                .hasSize(5)
                .allSatisfy((requirement, keptOut) ->
                        assertThat(keptOut).as("%s", requirement).isPositive());
    }

    private static Internship without(Internship internship, Cost cost) {
        Requirement dropped = cost.requirement();
        Map<String, Integer> skills = new HashMap<>(internship.requiredSkills());
        if (cost.skill() != null) {
            skills.remove(cost.skill().skill());
        }
        return new Internship(
                internship.id(),
                internship.version(),
                internship.state(),
                internship.company(),
                internship.title(),
                internship.occupation(),
                internship.region(),
                internship.remote(),
                internship.startsOn(),
                internship.weeks(),
                dropped == Requirement.DAYS_PER_WEEK ? 1 : internship.daysPerWeek(),
                dropped == Requirement.STIPEND ? Integer.MAX_VALUE : internship.stipend(),
                internship.seats(),
                dropped == Requirement.MINIMUM_DEGREE ? Degree.ASSOCIATE : internship.minimumDegree(),
                dropped == Requirement.MAJORS ? Set.of() : internship.majors(),
                skills,
                internship.preferredSkills(),
                internship.researchTopics(),
                internship.preferences(),
                internship.excluded(),
                internship.applyBy());
    }

    private static StudentFixture able(String id) {
        return student(id).major("Mathematics").skill("java", 3).skill("sql", 2);
    }

    private static RequirementCosts costs(MarketFixture market) {
        Market built = market.build();
        return costs(built, built.internships().getFirst());
    }

    private static RequirementCosts costs(Market market, Internship changed) {
        List<Internship> internships = new ArrayList<>(market.internships());
        internships.replaceAll(other -> other.id().equals(changed.id()) ? changed : other);
        RankedMarket ranked = RankedMarket.of(new Market(
                market.asOf(), market.programme(), market.students(), internships, market.seats(), market.apart()));
        return RequirementCosts.of(ranked, ranked.internshipIndex(changed.id()).orElseThrow());
    }

    private static Cost cost(Requirement requirement, int keptOut) {
        return new Cost(requirement, null, keptOut);
    }

    private static Cost cost(String skill, int level, int keptOut) {
        return new Cost(Requirement.REQUIRED_SKILL, new RequiredSkill(skill, level), keptOut);
    }
}
