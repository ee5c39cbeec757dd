package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.kit.version.SeenTags;
import dev.talentpipeline.notification.webhook.Endpoint;
import dev.talentpipeline.notification.webhook.Endpoints;
import dev.talentpipeline.notification.webhook.KeepingEndpoints;
import dev.talentpipeline.notification.webhook.Outcome;
import dev.talentpipeline.notification.webhook.Secret;
import dev.talentpipeline.notification.webhook.WebhookSettings;
import dev.talentpipeline.notification.webhook.web.WebhookAnswer.WebhookState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks of organisations. Each keeps its own; operations reads those of all, without what is secret in them. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks", description = "Systems of organisations that are told of what happens.")
final class WebhooksController {

    private static final String WHAT = "webhook";

    private final KeepingEndpoints keeping;
    private final Endpoints endpoints;
    private final WebhookSettings settings;
    private final TransactionOperations transaction;

    WebhooksController(
            KeepingEndpoints keeping,
            Endpoints endpoints,
            WebhookSettings settings,
            TransactionOperations transaction) {
        this.keeping = keeping;
        this.endpoints = endpoints;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Whether a webhook is to be sent anything. */
    record StateBody(
            @Described(as = WebhookState.class, required = true) @Nullable String state) {}

    /** The secrets that sign now. */
    @Schema(name = "WebhookSecrets")
    record SecretsAnswer(List<SecretItem> items) {

        @Schema(name = "WebhookSecret")
        record SecretItem(
                @Schema(example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
                String secret,

                Instant createdAt,

                @Schema(description = "When it signs no more; null: it is the newest.") @Nullable Instant expiresAt) {}

        static SecretsAnswer of(List<Secret> secrets) {
            return new SecretsAnswer(secrets.stream()
                    .map(secret -> new SecretItem(secret.value(), secret.createdAt(), secret.expiresAt()))
                    .toList());
        }
    }

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "List webhooks (the organisation its own; operations all)")
    WebhookPage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        Limits.requireInRange(limit);
        String organisation = Organisations.readBy(caller);
        UUID after = cursor == null ? null : position(cursor);
        // One more than asked for tells whether there is a next page.
        List<Endpoint> found = keeping.page(organisation, after, limit + 1);
        List<Endpoint> page = found.subList(0, Math.min(limit, found.size()));
        return new WebhookPage(
                page.stream().map(endpoint -> answer(caller, endpoint)).toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addWebhook", summary = "Add a webhook (the organisation)")
    ResponseEntity<WebhookAnswer> add(@Parameter(hidden = true) Caller caller, @RequestBody WebhookBody body) {
        String organisation = Organisations.writtenBy(caller);
        var address = body.address(settings.allowedHosts());
        var opened = transaction.execute(status -> Outcomes.result(keeping.add(organisation, address), WHAT, ""));
        return tagged(HttpStatus.CREATED, opened.endpoint());
    }

    @GetMapping("/{webhook}")
    @Operation(operationId = "getWebhook", summary = "Get a webhook (its organisation, operations)")
    ResponseEntity<WebhookAnswer> get(@Parameter(hidden = true) Caller caller, @PathVariable String webhook) {
        Endpoint endpoint = keeping.find(Organisations.readBy(caller), Organisations.id(WHAT, webhook))
                .orElseThrow(() -> Organisations.notFound(WHAT, webhook));
        return ResponseEntity.ok().eTag(Long.toString(endpoint.version())).body(answer(caller, endpoint));
    }

    @PutMapping("/{webhook}")
    @Operation(operationId = "changeWebhook", summary = "Change a webhook (its organisation)")
    ResponseEntity<WebhookAnswer> change(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String webhook,
            @Parameter(description = "The ETag of what is to be changed; without it whatever is there is changed.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String seen,
            @RequestBody WebhookBody body) {
        String organisation = Organisations.writtenBy(caller);
        UUID id = Organisations.id(WHAT, webhook);
        LongPredicate version = SeenTags.of(seen);
        var address = body.address(settings.allowedHosts());
        return tagged(HttpStatus.OK, inTransaction(webhook, () -> keeping.change(organisation, id, address, version)));
    }

    @DeleteMapping("/{webhook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeWebhook", summary = "Remove a webhook with its log (its organisation)")
    void remove(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String webhook,
            @Parameter(description = "The ETag of what is to be removed; without it whatever is there is removed.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String seen) {
        String organisation = Organisations.writtenBy(caller);
        UUID id = Organisations.id(WHAT, webhook);
        LongPredicate version = SeenTags.of(seen);
        inTransaction(webhook, () -> keeping.remove(organisation, id, version));
    }

    @PostMapping("/{webhook}/state")
    @Operation(
            operationId = "setWebhookState",
            summary = "Enable a webhook again, or disable it and give up what is pending (its organisation)")
    ResponseEntity<WebhookAnswer> turn(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String webhook,
            @Parameter(description = "The ETag of what is to be changed; without it whatever is there is changed.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String seen,
            @RequestBody StateBody body) {
        String organisation = Organisations.writtenBy(caller);
        UUID id = Organisations.id(WHAT, webhook);
        LongPredicate version = SeenTags.of(seen);
        boolean on = isOn(body.state());
        return tagged(HttpStatus.OK, inTransaction(webhook, () -> keeping.turn(organisation, id, on, version)));
    }

    @GetMapping("/{webhook}/secrets")
    @Operation(operationId = "listWebhookSecrets", summary = "Show the secrets that sign (its organisation)")
    ResponseEntity<SecretsAnswer> secrets(@Parameter(hidden = true) Caller caller, @PathVariable String webhook) {
        Endpoint endpoint = keeping.find(Organisations.writtenBy(caller), Organisations.id(WHAT, webhook))
                .orElseThrow(() -> Organisations.notFound(WHAT, webhook));
        return unkept(endpoints.secrets(endpoint.id()));
    }

    @PostMapping("/{webhook}/secrets")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret; the one before signs beside it for 24 hours (its organisation)")
    ResponseEntity<SecretsAnswer> rotate(@Parameter(hidden = true) Caller caller, @PathVariable String webhook) {
        String organisation = Organisations.writtenBy(caller);
        UUID id = Organisations.id(WHAT, webhook);
        return unkept(
                inTransaction(webhook, () -> keeping.rotate(organisation, id)).secrets());
    }

    @FunctionalInterface
    private interface Work<T> {
        Outcome<T> done();
    }

    private <T> T inTransaction(String webhook, Work<T> work) {
        Outcome<T> outcome = transaction.execute(status -> work.done());
        return Outcomes.result(outcome, WHAT, webhook);
    }

    private static ResponseEntity<WebhookAnswer> tagged(HttpStatus status, Endpoint endpoint) {
        return ResponseEntity.status(status)
                .eTag(Long.toString(endpoint.version()))
                .body(WebhookAnswer.of(endpoint));
    }

    private static ResponseEntity<SecretsAnswer> unkept(List<Secret> secrets) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SecretsAnswer.of(secrets));
    }

    private static WebhookAnswer answer(Caller caller, Endpoint endpoint) {
        return caller.is(Role.OPERATIONS) ? WebhookAnswer.forOperations(endpoint) : WebhookAnswer.of(endpoint);
    }

    private static boolean isOn(@Nullable String state) {
        for (WebhookState each : WebhookState.values()) {
            if (each.name().equalsIgnoreCase(state)) {
                return each == WebhookState.ENABLED;
            }
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are not what they must be (1).")
                .field("state")
                .value(state)
                .remedy("Use one of ENABLED, DISABLED.")
                .asException();
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw Limits.foreignCursor(cursor, e);
        }
    }
}
