package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Openings in a programme. Safe for many threads. */
@Component
public final class Internships {

    private final Api api;

    Internships(Api api) {
        this.api = api;
    }

    /** Those that the caller's company has posted. */
    public Reading<Listing<Internship>> own(Identity caller, String programme, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "internships")
                .with("company", caller.org())
                .page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Internship.class);
    }

    public Reading<Internship> one(Identity caller, String programme, String internship) {
        ApiPath path = ApiPath.of("programmes", programme, "internships", internship);
        return api.get(caller, Service.INTERNSHIP, path, Internship.class);
    }
}
