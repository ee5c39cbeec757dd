package dev.talentpipeline.stack.client;

/**
 * A skill of the catalogue with a level from 1 (heard of) to 5 (teaches it).
 */
public record SkillLevel(String id, int level) {}
