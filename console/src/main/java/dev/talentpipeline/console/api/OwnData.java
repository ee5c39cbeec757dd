package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is held of the caller, and their rights over it. Safe for many threads. */
@Component
public final class OwnData {

    private final Api api;

    OwnData(Api api) {
        this.api = api;
    }

    /** When an erasure was asked for, and by when nothing of the person is left. */
    public record Erasure(
            @Nullable Instant askedAt, @Nullable Instant completeBy) {}

    /** Gives the consent to be matched, or takes it back, in every programme. */
    public Reading<Object> consent(Identity caller, boolean given, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("people", "me", "consent");
        return api.post(caller, Service.INTERNSHIP, path, Map.of("given", given), idempotencyKey, Object.class);
    }

    public Reading<Erasure> erase(Identity caller) {
        return api.delete(caller, Service.INTERNSHIP, ApiPath.of("people", "me", "personal-data"), Erasure.class);
    }
}
