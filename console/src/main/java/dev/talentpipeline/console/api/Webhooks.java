package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The systems of organisations that are told what happens. Safe for many threads. */
@Component
public final class Webhooks {

    private static final String WEBHOOKS = "webhooks";

    private final Api api;

    Webhooks(Api api) {
        this.api = api;
    }

    public Reading<Listing<Webhook>> all(Identity caller, @Nullable String cursor) {
        return api.list(caller, Service.NOTIFICATION, ApiPath.of(WEBHOOKS).page(Api.PAGE_SIZE, cursor), Webhook.class);
    }

    public Reading<Webhook> one(Identity caller, String webhook) {
        return api.get(caller, Service.NOTIFICATION, ApiPath.of(WEBHOOKS, webhook), Webhook.class);
    }

    public Reading<Webhook> add(Identity caller, Map<String, String> webhook, UUID idempotencyKey) {
        return api.post(caller, Service.NOTIFICATION, ApiPath.of(WEBHOOKS), webhook, idempotencyKey, Webhook.class);
    }

    /**
     * Gives it another address, unless it was changed since it was looked at.
     *
     * @param version that was looked at
     */
    public Reading<Webhook> change(Identity caller, String webhook, Map<String, String> changed, long version) {
        return api.put(caller, Service.NOTIFICATION, ApiPath.of(WEBHOOKS, webhook), changed, version, Webhook.class);
    }

    public Reading<Webhook.Secrets> secrets(Identity caller, String webhook) {
        return api.get(caller, Service.NOTIFICATION, ApiPath.of(WEBHOOKS, webhook, "secrets"), Webhook.Secrets.class);
    }

    /** Makes a new secret; the one before signs beside it for a day. */
    public Reading<Webhook.Secrets> rotate(Identity caller, String webhook, UUID idempotencyKey) {
        ApiPath path = ApiPath.of(WEBHOOKS, webhook, "secrets");
        return api.post(caller, Service.NOTIFICATION, path, null, idempotencyKey, Webhook.Secrets.class);
    }

    public Reading<Webhook> turn(Identity caller, String webhook, String state, UUID idempotencyKey) {
        ApiPath path = ApiPath.of(WEBHOOKS, webhook, "state");
        return api.post(caller, Service.NOTIFICATION, path, Map.of("state", state), idempotencyKey, Webhook.class);
    }

    public Reading<Object> remove(Identity caller, String webhook) {
        return api.delete(caller, Service.NOTIFICATION, ApiPath.of(WEBHOOKS, webhook), Object.class);
    }

    public Reading<Webhook.Message> test(Identity caller, String webhook, UUID idempotencyKey) {
        ApiPath path = ApiPath.of(WEBHOOKS, webhook, "tests");
        return api.post(caller, Service.NOTIFICATION, path, null, idempotencyKey, Webhook.Message.class);
    }

    /** What was sent, newest first. */
    public Reading<Listing<Webhook.Message>> messages(Identity caller, String webhook, @Nullable String cursor) {
        ApiPath path = ApiPath.of(WEBHOOKS, webhook, "messages").page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.NOTIFICATION, path, Webhook.Message.class);
    }

    public Reading<Webhook.Message> resend(Identity caller, String webhook, String message, UUID idempotencyKey) {
        ApiPath path = ApiPath.of(WEBHOOKS, webhook, "messages", message, "resends");
        return api.post(caller, Service.NOTIFICATION, path, null, idempotencyKey, Webhook.Message.class);
    }
}
