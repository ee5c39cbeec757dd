package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.notification.webhook.Endpoint;
import dev.talentpipeline.notification.webhook.Endpoint.Disabling;
import dev.talentpipeline.notification.webhook.EndpointKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook as it is answered. */
@Schema(name = "Webhook")
record WebhookAnswer(
        UUID id,
        String organisation,
        long version,

        @Schema(description = "Operations see it without its query, in which robots carry their keys.")
        URI url,

        EndpointKind kind,

        @Schema(description = "The language in which robots are written to.", example = "zh")
        String language,

        @Schema(description = "Whether requests to a DingTalk robot are signed.")
        boolean signedForRobot,

        WebhookState state,

        @Schema(description = "Why it is disabled; null while it is enabled.") @Nullable Disabling disabledBecause,

        @Nullable Instant disabledAt,

        @Schema(description = "Since when nothing gets through; null: the last message did.") @Nullable Instant failingSince,

        Instant createdAt,
        Instant changedAt) {

    /** Whether it is sent anything. */
    @Schema(name = "WebhookState")
    enum WebhookState {
        ENABLED,
        DISABLED
    }

    static WebhookAnswer of(Endpoint endpoint) {
        return of(endpoint, endpoint.address().url());
    }

    static WebhookAnswer forOperations(Endpoint endpoint) {
        String whole = endpoint.address().url().toString();
        int query = whole.indexOf('?');
        return of(endpoint, query < 0 ? endpoint.address().url() : URI.create(whole.substring(0, query)));
    }

    private static WebhookAnswer of(Endpoint endpoint, URI url) {
        return new WebhookAnswer(
                endpoint.id(),
                endpoint.organisation(),
                endpoint.version(),
                url,
                endpoint.address().kind(),
                endpoint.address().language().code(),
                endpoint.address().robotSecret() != null,
                endpoint.disabled() == null ? WebhookState.ENABLED : WebhookState.DISABLED,
                endpoint.disabled(),
                endpoint.disabledAt(),
                endpoint.failingSince(),
                endpoint.createdAt(),
                endpoint.changedAt());
    }
}
