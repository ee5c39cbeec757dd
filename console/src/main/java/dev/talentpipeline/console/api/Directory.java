package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes part: universities and companies, and what is decided about companies. Safe for many threads. */
@Component
public final class Directory {

    private final Api api;

    Directory(Api api) {
        this.api = api;
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

    /** Verifies a company or suspends it. */
    public Reading<Organisation> decide(
            Identity caller, String organisation, Map<String, String> decision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("organisations", organisation, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, decision, idempotencyKey, Organisation.class);
    }
}
