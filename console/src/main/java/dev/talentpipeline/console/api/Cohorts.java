package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A university's students in its programmes. Safe for many threads. */
@Component
public final class Cohorts {

    private final Api api;

    Cohorts(Api api) {
        this.api = api;
    }

    /** One page of those that are like this; what is null or empty does not narrow. */
    public record Search(
            @Nullable String name,
            @Nullable String number,
            @Nullable String state,
            @Nullable String standing,
            @Nullable String consent,
            @Nullable String school,
            @Nullable String major,
            @Nullable String degree,
            @Nullable String skill) {

        /** This search with another skill. */
        public Search skilledIn(@Nullable String other) {
            return new Search(name, number, state, standing, consent, school, major, degree, other);
        }

        /** This search of a list, as the API and the page's own address know it. */
        public ApiPath of(ApiPath list) {
            return list.with("name", name)
                    .with("number", number)
                    .with("state", state)
                    .with("standing", standing)
                    .with("consent", consent)
                    .with("school", school)
                    .with("major", major)
                    .with("degree", degree)
                    .with("skill", skill);
        }
    }

    public Reading<Listing<CohortStudent>> list(
            Identity caller, String programme, Search search, @Nullable String cursor) {
        return api.list(
                caller,
                Service.INTERNSHIP,
                search.of(path(programme)).page(Api.PAGE_SIZE, cursor),
                CohortStudent.class);
    }

    /** Enters a student whose number the programme does not know; otherwise the refusal's type is `version-changed`. */
    public Reading<CohortStudent> enter(Identity caller, String programme, String number, Map<String, Object> body) {
        ApiPath path = ApiPath.of("programmes", programme, "students", number);
        return api.putNew(caller, Service.INTERNSHIP, path, body, CohortStudent.class);
    }

    public Reading<CohortStudent> one(Identity caller, String programme, String student) {
        ApiPath path = ApiPath.of("programmes", programme, "students", student);
        return api.get(caller, Service.INTERNSHIP, path, CohortStudent.class);
    }

    /** The students of these ids, by id; whoever is not found is missing, and if the service does not answer, all are. */
    public Map<String, CohortStudent> named(Identity caller, String programme, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        ApiPath path = path(programme)
                .with("ids", String.join(",", new TreeSet<>(ids)))
                .with("fields", "id,number,name,school,major,degree")
                .with("limit", Api.WHOLE_LIST);
        Listing<CohortStudent> found =
                api.list(caller, Service.INTERNSHIP, path, CohortStudent.class).valueOrNull();
        return found == null
                ? Map.of()
                : found.items().stream().collect(Collectors.toMap(CohortStudent::id, Function.identity()));
    }

    private static ApiPath path(String programme) {
        return ApiPath.of("programmes", programme, "students");
    }
}
