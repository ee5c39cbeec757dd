package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A student's own dossier. Safe for many threads. */
@Component
public final class Dossiers {

    private final Api api;

    Dossiers(Api api) {
        this.api = api;
    }

    public Reading<Dossier> own(Identity caller) {
        return api.get(caller, Service.INTERNSHIP, path(caller), Dossier.class);
    }

    public Reading<Dossier> link(Identity caller, List<Dossier.Link> links) {
        return api.put(caller, Service.INTERNSHIP, path(caller), Map.of("links", links), Dossier.class);
    }

    /** Who read what, the latest first. */
    public Reading<Listing<Dossier.Read>> readings(Identity caller) {
        ApiPath path =
                ApiPath.of("people", person(caller), "dossier", "readings").with("limit", Api.PAGE_SIZE);
        return api.list(caller, Service.INTERNSHIP, path, Dossier.Read.class);
    }

    private static ApiPath path(Identity caller) {
        return ApiPath.of("people", person(caller), "dossier");
    }

    private static String person(Identity caller) {
        return Objects.requireNonNull(caller.person(), "A dossier is a person's.");
    }
}
