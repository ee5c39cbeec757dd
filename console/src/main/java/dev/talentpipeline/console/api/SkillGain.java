package dev.talentpipeline.console.api;

import org.jspecify.annotations.Nullable;

/** What learning one skill up to a level would open to a student. */
public record SkillGain(
        String skill,
        @Nullable Integer level,
        @Nullable Integer currentLevel,
        @Nullable Integer seats,
        @Nullable Integer internships) {}
