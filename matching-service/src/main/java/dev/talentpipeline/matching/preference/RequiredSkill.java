package dev.talentpipeline.matching.preference;

/**
 * A skill that an internship requires.
 *
 * @param level the least level, 1 (heard of) to 5 (teaches it)
 */
public record RequiredSkill(String skill, int level) {}
