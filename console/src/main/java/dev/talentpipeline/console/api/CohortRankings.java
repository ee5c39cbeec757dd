package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the market says to one student, and of all of a university. Safe for many threads. */
@Component
public final class CohortRankings {

    /** How many openings a page of a student shows. */
    private static final int SHOWN = 10;

    private final Api api;

    CohortRankings(Api api) {
        this.api = api;
    }

    /** Something said in both languages. */
    public record Said(
            @Nullable String rule,
            @Nullable String prospect,
            @Nullable String en,
            @Nullable String zh) {

        public @Nullable String in(String language) {
            return "zh".equals(language) ? zh : en;
        }
    }

    /** A skill and the level that is asked. */
    public record Skill(String id, @Nullable Integer level) {}

    /** An opening as it stands to the student; the reason tells why it is not for them, if it is not. */
    public record Ranked(
            String internship,
            @Nullable String title,
            @Nullable String company,
            boolean eligible,
            @Nullable Said reason,
            @Nullable List<Skill> lackingSkills,
            @Nullable Integer rank,
            @Nullable Boolean listed,
            @Nullable Double score,
            @Nullable Map<String, Double> parts,
            @Nullable List<String> matchedSkills,
            @Nullable List<String> missingSkills,
            @Nullable Said prospect) {

        public String shownTitle() {
            return title == null ? internship : title;
        }
    }

    /** A skill that would open further seats, and the level to reach. */
    public record Gain(
            String skill,
            int level,
            int currentLevel,
            int seats,
            int internships,
            @Nullable List<Example> examples) {

        public record Example(
                @Nullable String internship,
                @Nullable String title,
                @Nullable String company,
                @Nullable Integer freeSeats) {}
    }

    public Reading<Listing<Ranked>> of(Identity caller, String programme, String student, @Nullable String cursor) {
        return api.list(
                caller, Service.MATCHING, path(programme, student, "ranking").page(SHOWN, cursor), Ranked.class);
    }

    /** How any one opening stands to the student. */
    public Reading<Listing<Ranked>> why(Identity caller, String programme, String student, String internship) {
        ApiPath path = path(programme, student, "ranking").with("internship", internship);
        return api.list(caller, Service.MATCHING, path, Ranked.class);
    }

    public Reading<Listing<Gain>> gains(Identity caller, String programme, String student) {
        return api.list(
                caller,
                Service.MATCHING,
                path(programme, student, "skill-gains").with("limit", 5),
                Gain.class);
    }

    /** Students who look for a seat and have none, by what keeps them from one. */
    public record Unmatched(int unmatched, @Nullable List<Cause> causes) {

        public Unmatched {
            causes = causes == null ? List.of() : List.copyOf(causes);
        }

        public record Cause(String cause, String en, String zh, int students) {

            public String in(String language) {
                return "zh".equals(language) ? zh : en;
            }
        }
    }

    public Reading<Unmatched> unmatched(Identity caller, String programme) {
        return api.get(caller, Service.MATCHING, ApiPath.of("programmes", programme, "unmatched"), Unmatched.class);
    }

    private static ApiPath path(String programme, String student, String what) {
        return ApiPath.of("programmes", programme, "students", student, what);
    }
}
