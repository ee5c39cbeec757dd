package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of operations looked at what is nobody's business without a reason. Safe for many threads. */
@Component
public final class Looks {

    private final Api api;

    Looks(Api api) {
        this.api = api;
    }

    /**
     * Which are meant; empty or null: any.
     *
     * @param from from then on
     * @param until before then
     */
    public record Sought(
            String account,
            String kind,
            String id,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** The path of their list. */
        public ApiPath path() {
            return ApiPath.of("looks")
                    .with("account", account)
                    .with("kind", kind)
                    .with("id", id)
                    .with("from", from)
                    .with("until", until);
        }
    }

    /** The latest first. */
    public Reading<Listing<Look>> latest(Identity caller, Sought sought, @Nullable String cursor) {
        return api.list(caller, Service.MONITORING, sought.path().page(Api.PAGE_SIZE, cursor), Look.class);
    }
}
