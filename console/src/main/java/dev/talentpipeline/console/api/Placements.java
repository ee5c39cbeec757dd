package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Internships as they are lived. Safe for many threads. */
@Component
public final class Placements {

    private final Api api;

    Placements(Api api) {
        this.api = api;
    }

    /** The caller's in a programme, in a state if one is given. */
    public Reading<Listing<Placement>> of(
            Identity caller, String programme, @Nullable String state, int limit, @Nullable String cursor) {
        ApiPath path = path(programme).with("state", state).page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Placement.class);
    }

    /** All of one student. */
    public Reading<Listing<Placement>> ofStudent(Identity caller, String programme, String student) {
        ApiPath path = path(programme).with("student", student).with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Placement.class);
    }

    public Reading<Placement> one(Identity caller, String placement) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("placements", placement), Placement.class);
    }

    /** Records a step, or says something about one. */
    public Reading<Placement> record(Identity caller, String placement, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("placements", placement, "events");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Placement.class);
    }

    private static ApiPath path(String programme) {
        return ApiPath.of("programmes", programme, "placements");
    }
}
