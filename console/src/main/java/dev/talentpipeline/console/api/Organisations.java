package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Universities and companies. Safe for many threads. */
@Component
public final class Organisations {

    private final Api api;

    Organisations(Api api) {
        this.api = api;
    }

    /** The companies that the caller may know of: to a university all of them, verified or not. */
    public Reading<Listing<Company>> companies(Identity caller, @Nullable String cursor) {
        ApiPath path = ApiPath.of("organisations").with("kind", "COMPANY").page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Company.class);
    }
}
