package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Recruitment programmes. Safe for many threads. */
@Component
public final class Programmes {

    private final Api api;

    Programmes(Api api) {
        this.api = api;
    }

    /** Those that are over and kept for the record only. */
    public Reading<Listing<Programme>> archived(Identity caller) {
        ApiPath path = ApiPath.of("programmes").with("archived", true).with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Programme.class);
    }

    public Reading<Listing<Programme>> all(Identity caller) {
        return api.list(
                caller, Service.INTERNSHIP, ApiPath.of("programmes").with("limit", Api.WHOLE_LIST), Programme.class);
    }

    /** What they are called, by id; none while nobody says it. */
    public Map<String, String> titles(Identity caller) {
        Listing<Programme> known = all(caller).valueOrNull();
        return known == null
                ? Map.of()
                : known.items().stream()
                        .collect(Collectors.toUnmodifiableMap(Programme::id, Programme::title, (one, _) -> one));
    }
}
