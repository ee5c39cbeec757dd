package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes part: universities and companies, and what is decided about companies. Safe for many threads. */
@Component
public final class Organisations {

    private final Api api;

    Organisations(Api api) {
        this.api = api;
    }

    public Reading<Organisation> one(Identity caller, String id) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("organisations", id), Organisation.class);
    }

    /** Those of a kind and in a state, if given. */
    public Reading<Listing<Organisation>> of(
            Identity caller, @Nullable String kind, @Nullable String state, int limit, @Nullable String cursor) {
        ApiPath path = ApiPath.of("organisations")
                .with("kind", kind)
                .with("state", state)
                .page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Organisation.class);
    }

    /** Verifies or suspends a company; who suspends says why. */
    public Reading<Organisation> decide(
            Identity caller, String company, String decision, @Nullable String reason, UUID idempotencyKey) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decision", decision);
        if (reason != null && !reason.isBlank()) {
            body.put("reason", reason);
        }
        ApiPath path = ApiPath.of("organisations", company, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Organisation.class);
    }

    /** Those of a kind, or of both, that the caller may know of, by their ids; none where they cannot be read. */
    public Map<String, Organisation> names(Identity caller, @Nullable String kind) {
        Listing<Organisation> known =
                of(caller, kind, null, Api.WHOLE_LIST, null).valueOrNull();
        return known == null
                ? Map.of()
                : known.items().stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }
}
