package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.springframework.stereotype.Component;

/** Recruitment programmes. Safe for many threads. */
@Component
public final class Programmes {

    private final Api api;

    Programmes(Api api) {
        this.api = api;
    }

    public Reading<Listing<Programme>> all(Identity caller) {
        return api.list(
                caller, Service.INTERNSHIP, ApiPath.of("programmes").with("limit", Api.WHOLE_LIST), Programme.class);
    }
}
