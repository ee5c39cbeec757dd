package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What should have happened by now and has not. Safe for many threads. */
@Component
public final class Expectations {

    private final Api api;

    Expectations(Api api) {
        this.api = api;
    }

    /** Every rule. */
    public Reading<Listing<Expectation>> all(Identity caller) {
        return api.list(caller, Service.MONITORING, ApiPath.of("expectations"), Expectation.class);
    }

    public Reading<Expectation.Shown> one(Identity caller, String rule) {
        return api.get(caller, Service.MONITORING, ApiPath.of("expectations", rule), Expectation.Shown.class);
    }

    /** What a rule waits for: OVERDUE or OPEN. */
    public Reading<Listing<ExpectedThing>> things(
            Identity caller, String rule, String waiting, @Nullable String cursor) {
        ApiPath path = ApiPath.of("expectations", rule, "entities")
                .with("waiting", waiting)
                .page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.MONITORING, path, ExpectedThing.class);
    }

    public Reading<Expectation.Shown> set(Identity caller, String rule, @Nullable Duration within) {
        return api.put(
                caller,
                Service.MONITORING,
                ApiPath.of("expectations", rule),
                within == null ? Map.of() : Map.of("within", within.toString()),
                Expectation.Shown.class);
    }
}
