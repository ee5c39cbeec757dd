package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom an opening may have, and what its requirements cost it. Safe for many threads. */
@Component
public final class Candidates {

    private final Api api;

    Candidates(Api api) {
        this.api = api;
    }

    /** What the requirements of a posted opening cost it in students, the costliest first. */
    public record Costs(@Nullable Integer eligible, List<Cost> requirements) {

        public record Cost(
                String requirement,
                @Nullable String skill,
                @Nullable Integer level,
                int keptOut) {}

        /** How many the costliest requirement keeps out: what all are drawn against. */
        public int mostKeptOut() {
            return requirements.stream().mapToInt(Cost::keptOut).max().orElse(0);
        }
    }

    public Reading<Listing<Candidate>> of(Identity caller, String programme, String opening, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "internships", opening, "candidates")
                .page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.MATCHING, path, Candidate.class);
    }

    public Reading<Costs> costs(Identity caller, String programme, String opening) {
        ApiPath path = ApiPath.of("programmes", programme, "internships", opening, "requirement-costs");
        return api.get(caller, Service.MATCHING, path, Costs.class);
    }

    /** The same of an opening that is not posted yet: what it would require, by the names of its fields. */
    public Reading<Costs> costsOfDraft(Identity caller, String programme, Map<String, List<String>> requirements) {
        ApiPath path = ApiPath.of("programmes", programme, "requirement-costs");
        for (Map.Entry<String, List<String>> requirement : requirements.entrySet()) {
            for (String value : requirement.getValue()) {
                path = path.with(requirement.getKey(), value);
            }
        }
        return api.get(caller, Service.MATCHING, path, Costs.class);
    }
}
