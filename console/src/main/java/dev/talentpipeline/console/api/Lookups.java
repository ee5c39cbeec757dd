package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ids of what an organisation calls by a number or a reference; each look is on record. Safe for many threads. */
@Component
public final class Lookups {

    private final Api api;

    Lookups(Api api) {
        this.api = api;
    }

    /** What was found: ids and nothing else. */
    public record Lookup(List<Found> found) {}

    public record Found(String kind, String id, @Nullable String programme) {}

    public Reading<Lookup> lookUp(Identity caller, String organisation, String called) {
        ApiPath path = ApiPath.of("lookups").with("organisation", organisation).with("called", called);
        return api.get(caller, Service.INTERNSHIP, path, Lookup.class);
    }
}
