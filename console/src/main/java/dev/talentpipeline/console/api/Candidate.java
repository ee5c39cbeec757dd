package dev.talentpipeline.console.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A student as an opening sees them: what matching says of the two, and no name.
 *
 * @param listed whether the company has the student on its list
 */
public record Candidate(
        String student,
        @Nullable String university,
        @Nullable Integer rank,
        @Nullable Boolean listed,
        @Nullable Double score,
        @Nullable Map<String, Double> parts,
        @Nullable List<String> matchedSkills,
        @Nullable List<String> missingSkills,
        @Nullable Prospect prospect) {

    /** How they stand to a seat here, in the words of the service. */
    public record Prospect(
            String prospect, @Nullable String en, @Nullable String zh) {

        public String words(String language) {
            String words = "zh".equals(language) ? zh : en;
            return words == null ? prospect : words;
        }
    }
}
