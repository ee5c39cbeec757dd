package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.springframework.stereotype.Component;

/** Matching rounds. Safe for many threads. */
@Component
public final class Clearings {

    private final Api api;

    Clearings(Api api) {
        this.api = api;
    }

    public Reading<Clearing> latest(Identity caller, String programme) {
        ApiPath path = ApiPath.of("programmes", programme, "clearings", "latest");
        return api.get(caller, Service.MATCHING, path, Clearing.class);
    }
}
