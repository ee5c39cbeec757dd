package dev.talentpipeline.matching.explanation;

import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.preference.RequiredSkill;
import java.util.List;

/**
 * What a student would gain by bringing one skill to one level.
 *
 * @param reach the skill and the level to reach
 * @param currentLevel the student's level now; 0: none
 * @param seats free seats of the internships that would open
 * @param internships how many internships would open
 * @param examples a few of them, most free seats first
 */
public record SkillGain(RequiredSkill reach, int currentLevel, long seats, int internships, List<Opened> examples) {

    /** An internship that would open, with the seats that are free in it now. */
    public record Opened(Internship internship, int freeSeats) {}

    int climb() {
        return reach.level() - currentLevel;
    }
}
