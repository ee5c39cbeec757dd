package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            String outlet,
            long version,
            boolean paused,
            @Nullable Integer perMinute,
            List<Waiting> waiting,
            List<Change> changes) {

        public Brake {
            waiting = waiting == null ? List.of() : waiting;
            changes = changes == null ? List.of() : changes;
        }

        /** How many could leave and have not yet. */
        public int waitingCount() {
            return waiting.stream().mapToInt(Waiting::count).sum();
        }

        /** Since when the one waits that waits longest; null: none waits. */
        public @Nullable Instant waitingSince() {
            return waiting.stream()
                    .map(Waiting::oldest)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** How many of a kind could leave and have not yet. */
    public record Waiting(
            String kind,
            boolean urgent,
            int count,
            @Nullable Instant oldest) {}

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
     * Holds an outlet back, or lets go of it, unless somebody has done so since it was looked at.
     *
     * @param version that was looked at
     * @param perMinute a number, or a text that is none and is refused; null: as many as can
     */
    public Reading<Brake> set(
            Identity caller, String outlet, boolean paused, @Nullable Object perMinute, long version) {
        Map<String, Object> body = new HashMap<>();
        body.put("paused", paused);
        if (perMinute != null) {
            body.put("perMinute", perMinute);
        }
        return api.put(caller, Service.NOTIFICATION, ApiPath.of("brakes", outlet), body, version, Brake.class);
    }
}
