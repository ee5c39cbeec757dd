package dev.talentpipeline.matching.explanation;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import dev.talentpipeline.matching.explanation.SkillGain.Opened;
import dev.talentpipeline.matching.preference.RankedMarket;
import dev.talentpipeline.matching.preference.RequiredSkill;
import dev.talentpipeline.matching.preference.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for the one skill that would open the most further seats to a student: free seats of internships from which a single required
 * skill keeps the student, and nothing else does. A level opens what asks for it and what asks for less, so each level that is asked for
 * counts all below it as well.
 */
final class SkillGains {

    private static final Set<Rule> SKILLS_ONLY = EnumSet.of(Rule.REQUIRED_SKILLS);
    private static final int EXAMPLES = 3;
    private static final Comparator<Opened> MOST_SEATS = comparingInt(Opened::freeSeats)
            .reversed()
            .thenComparing(opened -> opened.internship().id());
    private static final Comparator<SkillGain> BEST = comparingLong(SkillGain::seats)
            .reversed()
            .thenComparingInt(SkillGain::climb)
            .thenComparing(gain -> gain.reach().skill());

    private SkillGains() {}

    /** Best first; of equal ones first what takes fewer levels to climb. */
    static List<SkillGain> of(RankedMarket ranked, int student) {
        Map<String, SortedMap<Integer, List<Opened>>> bySkill = new HashMap<>();
        for (int internship = 0; internship < ranked.internships(); internship++) {
            int freeSeats = ranked.freeSeats(internship);
            if (freeSeats > 0 && ranked.failing(student, internship).equals(SKILLS_ONLY)) {
                List<RequiredSkill> lacking = ranked.lackingSkills(student, internship);
                if (lacking.size() == 1) {
                    bySkill.computeIfAbsent(lacking.getFirst().skill(), _ -> new TreeMap<>())
                            .computeIfAbsent(lacking.getFirst().level(), _ -> new ArrayList<>())
                            .add(new Opened(ranked.internship(internship), freeSeats));
                }
            }
        }
        Map<String, Integer> levels = ranked.student(student).skills();
        return bySkill.entrySet().stream()
                .flatMap(skill ->
                        climbing(skill.getKey(), levels.getOrDefault(skill.getKey(), 0), skill.getValue()).stream())
                .sorted(BEST)
                .toList();
    }

    private static List<SkillGain> climbing(String skill, int currentLevel, SortedMap<Integer, List<Opened>> byLevel) {
        List<SkillGain> gains = new ArrayList<>();
        List<Opened> opened = new ArrayList<>();
        byLevel.forEach((level, more) -> {
            opened.addAll(more);
            gains.add(new SkillGain(
                    new RequiredSkill(skill, level),
                    currentLevel,
                    opened.stream().mapToLong(Opened::freeSeats).sum(),
                    opened.size(),
                    opened.stream().sorted(MOST_SEATS).limit(EXAMPLES).toList()));
        });
        return gains;
    }
}
