package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The openings of a programme, for whoever looks for one. Safe for many threads. */
@Component
public final class Openings {

    /** How many are read one by one at most; who names more of them sees ids for the rest. */
    private static final int MOST_SINGLE = 12;

    private final Api api;

    Openings(Api api) {
        this.api = api;
    }

    /** Those that are open, with this in their title, of one occupation and in one region if given. */
    public Reading<Listing<Opening>> open(
            Identity caller,
            String programme,
            @Nullable String title,
            @Nullable String occupation,
            @Nullable String region,
            @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "internships")
                .with("state", "OPEN")
                .with("title", title)
                .with("occupation", occupation)
                .with("region", region)
                .page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Opening.class);
    }

    public Reading<Opening> one(Identity caller, String programme, String internship) {
        ApiPath path = ApiPath.of("programmes", programme, "internships", internship);
        return api.get(caller, Service.INTERNSHIP, path, Opening.class);
    }

    /** What tells openings apart whose titles are the same, by id; what is not seen is missing, and if the service does not answer, all are. */
    public Map<String, Opening> told(Identity caller, String programme, List<String> internships) {
        if (internships.isEmpty()) {
            return Map.of();
        }
        ApiPath path = ApiPath.of("programmes", programme, "internships")
                .with("ids", String.join(",", new TreeSet<>(internships)))
                .with("fields", "id,region,startsOn,endsOn,stipend")
                .with("limit", Api.WHOLE_LIST);
        Listing<Opening> found =
                api.list(caller, Service.INTERNSHIP, path, Opening.class).valueOrNull();
        return found == null
                ? Map.of()
                : found.items().stream().collect(Collectors.toMap(Opening::id, Function.identity()));
    }

    /** A few of them by their ids, at the same time; without those that are not there for the caller. */
    public Map<String, Opening> few(Identity caller, String programme, List<String> internships) {
        List<String> few = internships.stream().distinct().limit(MOST_SINGLE).toList();
        return Together.each(few, id -> one(caller, programme, id)).stream()
                .map(Reading::valueOrNull)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Opening::id, Function.identity()));
    }
}
