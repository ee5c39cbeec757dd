package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What flows between the services, what waits, and what became of every event. Safe for many threads. */
@Component
public final class Monitoring {

    private final Api api;

    Monitoring(Api api) {
        this.api = api;
    }

    public Reading<FlowMap> flows(Identity caller) {
        return api.get(caller, Service.MONITORING, ApiPath.of("flows"), FlowMap.class);
    }

    public Reading<LagOfAll> lag(Identity caller) {
        return api.get(caller, Service.MONITORING, ApiPath.of("lag"), LagOfAll.class);
    }

    public Reading<Schemas> schemas(Identity caller) {
        return api.get(caller, Service.MONITORING, ApiPath.of("schemas"), Schemas.class);
    }

    /** What events with an id are about, the latest first. */
    public Reading<Listing<FoundJourney>> find(Identity caller, String sought, @Nullable String cursor) {
        ApiPath path = ApiPath.of("journeys").with("q", sought).page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.MONITORING, path, FoundJourney.class);
    }

    /** Every event with an id, in order. */
    public Reading<Listing<JourneyEvent>> journey(Identity caller, String id, @Nullable String cursor) {
        ApiPath path = ApiPath.of("journeys", id).page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.MONITORING, path, JourneyEvent.class);
    }
}
