package dev.talentpipeline.internship.imports;

import java.util.Map;

/**
 * What texts in a file mean.
 *
 * @param skills ids of skills by the texts that mean them
 * @param occupations the same of occupations
 */
public record Meanings(Map<String, String> skills, Map<String, String> occupations) {

    public static final Meanings NONE = new Meanings(Map.of(), Map.of());

    public Meanings {
        skills = Map.copyOf(skills);
        occupations = Map.copyOf(occupations);
    }
}
