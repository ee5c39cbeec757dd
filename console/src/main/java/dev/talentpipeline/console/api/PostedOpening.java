package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opening with everything that its company posted of it.
 *
 * @param taken seats that offers hold
 * @param preferences the students whom the company wants, the most wanted first
 * @param onlyThese whether only those are matched
 * @param excluded the students whom it does not want
 * @param hindrance why it is not open; null if it is
 * @param possible what the caller can do with it now
 */
public record PostedOpening(
        String id,
        @Nullable String reference,
        @Nullable Long version,
        @Nullable String state,
        @Nullable Hindrance hindrance,
        @Nullable String title,
        @Nullable String description,
        @Nullable String occupation,
        @Nullable String region,
        @Nullable Boolean remote,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable Integer weeks,
        @Nullable Integer daysPerWeek,
        @Nullable Integer stipend,
        @Nullable Integer seats,
        @Nullable Integer taken,
        @Nullable String minimumDegree,
        @Nullable List<String> majors,
        @Nullable List<SkillLevel> requiredSkills,
        @Nullable List<String> preferredSkills,
        @Nullable List<String> researchTopics,
        @Nullable List<String> preferences,
        @Nullable Boolean onlyThese,
        @Nullable List<String> excluded,
        @Nullable Instant applyBy,
        @Nullable Instant closesAt,
        @Nullable List<String> possible) {

    /** A skill and its level, 1 to 5. */
    public record SkillLevel(String id, @Nullable Integer level) {}

    /** Why an opening is not open, in the words of the service. */
    public record Hindrance(
            String code,
            @Nullable String en,
            @Nullable String zh,
            @Nullable String reason) {

        public String words(String language) {
            String words = "zh".equals(language) ? zh : en;
            return words == null ? code : words;
        }
    }

    /** Whether the caller can do this with it now. */
    public boolean can(String act) {
        return possible != null && possible.contains(act);
    }

    public String shownTitle() {
        return title == null ? id : title;
    }

    public List<String> wanted() {
        return preferences == null ? List.of() : preferences;
    }

    public List<String> unwanted() {
        return excluded == null ? List.of() : excluded;
    }
}
