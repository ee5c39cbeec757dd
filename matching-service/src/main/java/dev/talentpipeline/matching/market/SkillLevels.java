package dev.talentpipeline.matching.market;

import java.util.Map;

/** What holds of every level of a skill. */
final class SkillLevels {
    private SkillLevels() {}

    static void requireValid(Map<String, Integer> levels) {
        levels.forEach((skill, level) -> InvalidFactsException.require(
                level >= 1 && level <= 5, "level of " + skill + " (" + level + ") must be from 1 to 5."));
    }
}
