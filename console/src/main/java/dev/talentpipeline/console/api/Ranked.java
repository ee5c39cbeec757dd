package dev.talentpipeline.console.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An opening as the market sees it for one student: its rank and what speaks for it, or why the two cannot meet. */
public record Ranked(
        String internship,
        @Nullable String title,
        @Nullable String company,
        @Nullable Boolean eligible,
        @Nullable Said reason,
        @Nullable List<Student.Skill> lackingSkills,
        @Nullable Integer rank,
        @Nullable Boolean listed,
        @Nullable Double score,
        @Nullable Map<String, Double> parts,
        @Nullable List<String> matchedSkills,
        @Nullable List<String> missingSkills,
        @Nullable Said prospect,
        @Nullable Cutoff cutoff) {

    /** A sentence of the matcher in both languages. */
    public record Said(
            @Nullable String rule,
            @Nullable String prospect,
            @Nullable String en,
            @Nullable String zh) {

        public @Nullable String shown(String language) {
            return "zh".equals(language) ? zh : en;
        }
    }

    /** How full the internship is. */
    public record Cutoff(
            @Nullable Integer seats,
            @Nullable Integer taken,
            @Nullable Boolean full) {}
}
