package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operations holds back of mails and webhooks. Safe for many threads. */
@Component
public final class Brakes {

    private final Api api;

    Brakes(Api api) {
        this.api = api;
    }

    /**
     * How an outlet is held back.
     *
     * @param perMinute how many leave in a minute at most; null: as many as can
     */
    public record Brake(
            String outlet, boolean paused, @Nullable Integer perMinute, List<Change> changes) {

        public Brake {
            changes = changes == null ? List.of() : changes;
        }
    }

    /** What somebody set. */
    public record Change(
            @Nullable Instant at,
            boolean paused,
            @Nullable Integer perMinute,
            @Nullable String by) {}

    public Reading<Listing<Brake>> all(Identity caller) {
        return api.list(caller, Service.NOTIFICATION, ApiPath.of("brakes"), Brake.class);
    }

    /**
     * Holds an outlet back, or lets go of it.
     *
     * @param perMinute a number, or a text that is none and is refused; null: as many as can
     */
    public Reading<Brake> set(Identity caller, String outlet, boolean paused, @Nullable Object perMinute) {
        Map<String, Object> body = new HashMap<>();
        body.put("paused", paused);
        if (perMinute != null) {
            body.put("perMinute", perMinute);
        }
        return api.put(caller, Service.NOTIFICATION, ApiPath.of("brakes", outlet), body, Brake.class);
    }
}
