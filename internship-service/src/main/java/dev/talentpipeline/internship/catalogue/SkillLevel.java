package dev.talentpipeline.internship.catalogue;

/**
 * A skill at a level.
 *
 * @param id the skill in the catalogue
 * @param level 1 (heard of) to 5 (teaches it)
 */
public record SkillLevel(String id, int level) {}
