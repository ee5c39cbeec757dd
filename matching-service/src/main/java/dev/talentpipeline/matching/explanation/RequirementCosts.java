package dev.talentpipeline.matching.explanation;

import static java.util.Comparator.comparingInt;

import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.preference.RankedMarket;
import dev.talentpipeline.matching.preference.RequiredSkill;
import dev.talentpipeline.matching.preference.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each requirement of an internship costs it in students. Numbers only: whom a requirement keeps out is nobody's business.
 *
 * @param eligible students who may have it now
 * @param costs one for every requirement and for every required skill, the costliest first
 */
public record RequirementCosts(int eligible, List<Cost> costs) {

    private static final Set<Rule> LISTS = Set.of(
            Rule.LISTED_BY_STUDENT, Rule.LISTED_BY_INTERNSHIP, Rule.NOT_EXCLUDED, Rule.NOT_BARRED, Rule.NOT_WAITING);

    /**
     * One requirement and its cost.
     *
     * @param skill which one, of a required skill; null: of all others
     * @param keptOut students who satisfy everything else and whom it alone keeps out
     */
    public record Cost(Requirement requirement, @Nullable RequiredSkill skill, int keptOut) {}

    public RequirementCosts {
        costs = List.copyOf(costs);
    }

    /** Of an opening that is in the market. */
    static RequirementCosts of(RankedMarket ranked, int internship) {
        return of(ranked, internship, Set.of());
    }

    /** Of one that nobody can have listed yet: lists of either side are left aside, and only what it requires is looked at. */
    static RequirementCosts ofDraft(RankedMarket ranked, int internship) {
        return of(ranked, internship, LISTS);
    }

    private static RequirementCosts of(RankedMarket ranked, int internship, Set<Rule> aside) {
        int eligible = 0;
        Map<Requirement, Integer> keptOut = new EnumMap<>(Requirement.class);
        Map<RequiredSkill, Integer> keptOutBySkill = new HashMap<>();
        for (int student = 0; student < ranked.students(); student++) {
            Set<Rule> failing = ranked.failing(student, internship);
            failing.removeAll(aside);
            if (failing.isEmpty()) {
                eligible++;
                continue;
            }
            Requirement only = onlyOneBehind(failing);
            if (only == Requirement.REQUIRED_SKILL) {
                List<RequiredSkill> lacking = ranked.lackingSkills(student, internship);
                if (lacking.size() == 1) {
                    keptOutBySkill.merge(lacking.getFirst(), 1, Integer::sum);
                }
            } else if (only != null) {
                keptOut.merge(only, 1, Integer::sum);
            }
        }
        return new RequirementCosts(eligible, costs(ranked.internship(internship), keptOut, keptOutBySkill));
    }

    /** The requirement that all failing rules come from; null: there are several, or something else keeps the two apart. */
    private static @Nullable Requirement onlyOneBehind(Set<Rule> failing) {
        Requirement only = null;
        for (Rule rule : failing) {
            Requirement behind = Requirement.behind(rule);
            if (behind == null || (only != null && only != behind)) {
                return null;
            }
            only = behind;
        }
        return only;
    }

    private static List<Cost> costs(
            Internship internship, Map<Requirement, Integer> keptOut, Map<RequiredSkill, Integer> keptOutBySkill) {
        List<Cost> costs = new ArrayList<>();
        for (Requirement requirement : Requirement.values()) {
            if (requirement == Requirement.REQUIRED_SKILL) {
                new TreeMap<>(internship.requiredSkills()).forEach((name, level) -> {
                    RequiredSkill skill = new RequiredSkill(name, level);
                    costs.add(new Cost(requirement, skill, keptOutBySkill.getOrDefault(skill, 0)));
                });
            } else {
                costs.add(new Cost(requirement, null, keptOut.getOrDefault(requirement, 0)));
            }
        }
        costs.sort(comparingInt(Cost::keptOut).reversed());
        return costs;
    }
}
