package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people were told. Safe for many threads. */
@Component
public final class Notices {

    private final Api api;

    Notices(Api api) {
        this.api = api;
    }

    /** The caller's own, the latest first. */
    public Reading<Listing<Notice>> own(Identity caller, @Nullable String cursor) {
        ApiPath path = ApiPath.of("notices").page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.NOTIFICATION, path, Notice.class);
    }
}
