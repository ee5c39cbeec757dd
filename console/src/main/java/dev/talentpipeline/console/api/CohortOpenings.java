package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Openings as a university looks at them: for their names, and to approve them. Safe for many threads. */
@Component
public final class CohortOpenings {

    private final Api api;

    CohortOpenings(Api api) {
        this.api = api;
    }

    /** An opening with what it asks for, and why it is not open yet, if it is not. */
    public record Opening(
            String id,
            @Nullable String state,
            @Nullable String title,
            @Nullable String description,
            @Nullable String company,
            @Nullable String occupation,
            @Nullable String region,
            @Nullable String startsOn,
            @Nullable Integer weeks,
            @Nullable Integer daysPerWeek,
            @Nullable Integer stipend,
            @Nullable Integer seats,
            @Nullable String minimumDegree,
            @Nullable List<String> majors,
            @Nullable List<PostedOpening.SkillLevel> requiredSkills,
            @Nullable List<String> preferredSkills,
            @Nullable List<String> researchTopics,
            @Nullable Hindrance hindrance,
            @Nullable List<String> possible) {

        public String shownTitle() {
            return title == null ? id : title;
        }

        /** Whether the caller can do this with it now. */
        public boolean can(String act) {
            return possible != null && possible.contains(act);
        }
    }

    /** Why an opening takes nobody. */
    public record Hindrance(
            @Nullable String code,
            @Nullable String en,
            @Nullable String zh) {

        public @Nullable String said(String language) {
            return "zh".equals(language) ? zh : en;
        }
    }

    /** Those of the ids, by id; what is not seen is missing, and if the service does not answer, all are. */
    public Map<String, Opening> named(Identity caller, String programme, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        ApiPath path = path(programme)
                .with("ids", String.join(",", new TreeSet<>(ids)))
                .with("fields", "id,title,company,region,startsOn,weeks")
                .with("limit", Api.WHOLE_LIST);
        Listing<Opening> found =
                api.list(caller, Service.INTERNSHIP, path, Opening.class).valueOrNull();
        return found == null
                ? Map.of()
                : found.items().stream().collect(Collectors.toMap(Opening::id, Function.identity()));
    }

    /** Openings to choose one from: as many as a list answers at once, by name only. */
    public Reading<Listing<Opening>> choices(Identity caller, String programme) {
        ApiPath path = path(programme).with("fields", "id,title,company").with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Opening.class);
    }

    public Reading<Listing<Opening>> inState(Identity caller, String programme, String state, @Nullable String cursor) {
        return inState(caller, programme, state, Api.PAGE_SIZE, cursor);
    }

    /** As many of them as a list answers at once, to be counted. */
    public Reading<Listing<Opening>> allInState(Identity caller, String programme, String state) {
        return inState(caller, programme, state, Api.WHOLE_LIST, null);
    }

    private Reading<Listing<Opening>> inState(
            Identity caller, String programme, String state, int limit, @Nullable String cursor) {
        ApiPath path = path(programme).with("state", state).page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Opening.class);
    }

    public Reading<Opening> decide(
            Identity caller, String programme, String opening, String decision, @Nullable String reason, UUID key) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decision", decision);
        if (reason != null && !reason.isBlank()) {
            body.put("reason", reason);
        }
        ApiPath path = ApiPath.of("programmes", programme, "internships", opening, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, key, Opening.class);
    }

    private static ApiPath path(String programme) {
        return ApiPath.of("programmes", programme, "internships");
    }

    /** For a page that shows many. */
    public static List<String> idsOf(Collection<Offer> offers) {
        return offers.stream()
                .map(Offer::internship)
                .filter(id -> id != null)
                .distinct()
                .toList();
    }
}
